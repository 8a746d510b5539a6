package org.stoa.shared.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.stoa.shared.Ids;
import org.stoa.shared.Problem;

/** Something that nobody foresaw. What it was is in the log, under the id of the incident. */
final class IncidentProblem extends Problem {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = System.getLogger(IncidentProblem.class.getName());

  private final String incident;

  private IncidentProblem(String incident) {
    super(
        "incident",
        500,
        "Something went wrong on our side",
        "Tell your administrator the incident " + incident + "; the log says more about it.");
    this.incident = incident;
    member("incident", incident);
  }

  /** Logs the failure once and gives it an id. */
  static IncidentProblem of(Throwable failure, String method, String path) {
    String incident = Ids.next().toString();
    LOG.log(Level.ERROR, "Incident " + incident + " on " + method + " " + path, failure);
    return new IncidentProblem(incident);
  }

  String instance() {
    return "urn:stoa:incident:" + incident;
  }
}
