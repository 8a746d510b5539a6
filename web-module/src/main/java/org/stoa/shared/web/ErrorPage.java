package org.stoa.shared.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.stoa.shared.Problem;

/** Tells what happened, and what to do now, when there is no page to show. */
@Named
@RequestScoped
public class ErrorPage {

  @Inject private HttpServletRequest request;

  private final ResourceBundle text = ResourceBundle.getBundle("org.stoa.shared.web.text");

  /** Keeps the status of the failed request; a view would answer 200. */
  public void keepStatus() {
    FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(getStatus());
  }

  /** The HTTP status. */
  public int getStatus() {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    return status instanceof Integer code ? code : 500;
  }

  /** What happened, in a few words. */
  public String getTitle() {
    Object problem = request.getAttribute(PageFailure.PROBLEM);
    return problem instanceof Problem told ? told.title() : said("title");
  }

  /** What happened here, and what to do now. */
  public String getDetail() {
    Object problem = request.getAttribute(PageFailure.PROBLEM);
    return problem instanceof Problem told ? told.detail() : said("detail");
  }

  /** The id under which the incident is in the log, or null. */
  public Object getIncident() {
    return request.getAttribute(PageFailure.INCIDENT);
  }

  private String said(String what) {
    String key = "error." + getStatus() + "." + what;
    try {
      return text.getString(key);
    } catch (MissingResourceException e) {
      return text.getString(getStatus() < 500 ? "error.400." + what : "error.500." + what);
    }
  }
}
