package org.stoa.identity.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.stoa.identity.CreatePerson;
import org.stoa.identity.IdentityPermissions;
import org.stoa.identity.People;
import org.stoa.identity.Roles;
import org.stoa.shared.CallContext;
import org.stoa.shared.Problem;
import org.stoa.shared.web.FormProblems;

/** Adds a person to the organisation and goes back to the list. */
@Named("newPerson")
@RequestScoped
public class NewPersonPage {

  private static final List<String> ROLES =
      List.of(Roles.VIEWER, Roles.EDITOR, Roles.ADMINISTRATOR);

  @Inject private People people;

  private String email;
  private String name;
  private String password;
  private String role = Roles.VIEWER;

  /** Shows nobody a form whose sending would be refused. */
  @PostConstruct
  void check() {
    CallContext.requiredActor().require(IdentityPermissions.PEOPLE_CREATE);
  }

  /** Adds the person; a refusal is told on the form. */
  public void add() throws IOException {
    try {
      people.create(new CreatePerson(email, name, password, role));
      FacesContext.getCurrentInstance().getExternalContext().redirect("/people");
    } catch (Problem refused) {
      FormProblems.show(refused);
    }
  }

  /** The roles to choose from, the one with the fewest rights first. */
  public List<String> getRoles() {
    return ROLES;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getRole() {
    return role;
  }

  public void setRole(String role) {
    this.role = role;
  }
}
