package org.stoa.system.rest;

import jakarta.json.JsonObject;
import org.awaitility.Awaitility;
import org.stoa.system.Study;

/** Reads the numbers of a study's dashboard. */
final class Dashboards {

  private Dashboards() {}

  /** Waits until the dashboard has found both DM and AE. */
  static void completed(Study study) {
    Awaitility.await("a dashboard without missing numbers")
        .until(
            () -> data(study, "events-by-severity-and-arm"),
            data -> data.get("missing") == null || data.isNull("missing"));
  }

  /** What a widget shows now. */
  static JsonObject data(Study study, String widget) {
    String dashboard = "/api/v1/dashboards/" + study.firstDashboard().getString("id");
    return study.api().get(dashboard + "/widgets/" + widget + "/data").expect(200).object();
  }
}
