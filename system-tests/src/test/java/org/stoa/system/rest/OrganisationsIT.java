package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stoa.system.Api;
import org.stoa.system.HandWritten;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;

/** Another organisation sees nothing, and cannot tell that there is anything. */
class OrganisationsIT {

  private static Study study;
  private static String job;
  private static Api stranger;

  @BeforeAll
  static void aLoadedStudyAndAStrangerToIt() {
    study = Study.created(SharedStack.stoa().administrator());
    job = "/api/v1/jobs/" + study.load(HandWritten.dm(), HandWritten.ae()).get("id");
    stranger = SharedStack.stoa().administratorOfAnotherOrganisation();
  }

  @Test
  void theStrangerHasAnEmptyHouse() {
    assertThat(stranger.get("/api/v1/studies").expect(200).array()).isEmpty();
  }

  @Test
  void aStudyIsNotFound() {
    sameAsUnknown(study.path(), "/api/v1/studies/018f0000-0000-7000-8000-000000000000");
  }

  @Test
  void whatBelongsToAStudyIsNotFound() {
    stranger.get(study.path() + "/datasets").problem(404);
    stranger.get(study.path() + "/dashboards").problem(404);
    stranger.upload(study.path() + "/uploads", List.of(HandWritten.dm())).problem(404);
    assertThat(study.dataset("DM").getJsonObject("activeVersion").getInt("number")).isEqualTo(1);
  }

  @Test
  void aDatasetIsNotFound() {
    String dataset = "/api/v1/datasets/" + study.dataset("DM").getString("id");
    stranger.get(dataset + "/versions").problem(404);
    stranger.get(dataset + "/rows").problem(404);
    stranger.post(dataset + "/query", Queries.count(null)).problem(404);
  }

  @Test
  void aJobIsNotFound() {
    sameAsUnknown(job, "/api/v1/jobs/999999999");
  }

  @Test
  void aDashboardIsNotFound() {
    JsonObject dashboard = study.firstDashboard();
    stranger.get("/api/v1/dashboards/" + dashboard.getString("id")).problem(404);
  }

  /** Apart from the id, the answer is the one that an id gets which nobody has. */
  private static void sameAsUnknown(String path, String unknown) {
    JsonObject foreign = stranger.get(path).problem(404);
    JsonObject missing = stranger.get(unknown).problem(404);
    assertThat(foreign.getString("type")).isEqualTo(missing.getString("type"));
    assertThat(foreign.getString("title")).isEqualTo(missing.getString("title"));
    assertThat(foreign.keySet()).isEqualTo(missing.keySet());
  }
}
