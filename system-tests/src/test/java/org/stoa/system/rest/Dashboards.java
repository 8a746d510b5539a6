package org.stoa.system.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import org.awaitility.Awaitility;
import org.stoa.system.Study;

/** Finds the dashboards of a study; they come a moment after the load, by a job of their own. */
final class Dashboards {

  private Dashboards() {}

  static JsonObject first(Study study) {
    String path = study.path() + "/dashboards";
    return Awaitility.await("a dashboard of the study")
        .until(() -> study.api().get(path).expect(200).array(), found -> !found.isEmpty())
        .getJsonObject(0);
  }

  /** What a widget shows now. */
  static JsonObject data(Study study, String widget) {
    String dashboard = "/api/v1/dashboards/" + first(study).getString("id");
    return study.api().get(dashboard + "/widgets/" + widget + "/data").expect(200).object();
  }

  /** The widgets of the first dashboard, with all that describes them. */
  static JsonArray widgets(Study study) {
    String dashboard = "/api/v1/dashboards/" + first(study).getString("id");
    return study.api().get(dashboard).expect(200).object().getJsonArray("widgets");
  }
}
