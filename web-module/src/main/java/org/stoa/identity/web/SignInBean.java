package org.stoa.identity.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.stoa.identity.Caller;
import org.stoa.identity.Credentials;
import org.stoa.identity.SignIn;
import org.stoa.shared.Problem;

/** Signs a person in with e-mail address and password, and out again. */
@Named
@RequestScoped
public class SignInBean {

  @Inject private SignIn signIn;
  @Inject private HttpServletRequest request;

  private String email;
  private String password;

  /** Lets the person in and goes on to the page that was wanted, or says why not. */
  public void signIn() throws IOException {
    try {
      Caller caller = signIn.authenticate(Credentials.of(email, password));
      BrowserSession.begin(request, caller.actor());
      go(ReturnAddress.of(request.getParameter("from")));
    } catch (Problem problem) {
      FacesContext.getCurrentInstance()
          .addMessage(
              null,
              new FacesMessage(FacesMessage.SEVERITY_ERROR, problem.title(), problem.detail()));
    }
  }

  /** Ends the session and goes to the sign-in page. */
  public void signOut() throws IOException {
    BrowserSession.end(request);
    go("/login");
  }

  private static void go(String address) throws IOException {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().redirect(address);
    faces.responseComplete();
  }

  /** The e-mail address, in any case. */
  public String getEmail() {
    return email;
  }

  /** As typed. */
  public void setEmail(String email) {
    this.email = email;
  }

  /** As typed; never shown again. */
  public String getPassword() {
    return password;
  }

  /** As typed. */
  public void setPassword(String password) {
    this.password = password;
  }
}
