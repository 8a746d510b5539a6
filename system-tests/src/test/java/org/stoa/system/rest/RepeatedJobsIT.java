package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.system.Answer;
import org.stoa.system.Api;
import org.stoa.system.HandWritten;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** Jobs that failed, done again. */
class RepeatedJobsIT {

  private final Api api = SharedStack.stoa().administrator();

  @Test
  void aFailedJobIsDoneAgainAsANewOne() {
    String failed = path(Study.created(api).upload(ragged()));
    assertThat(state(failed)).isEqualTo("FAILED");

    Answer again = api.post(failed + "/repeat", JsonValue.EMPTY_JSON_OBJECT).expect(201);
    String location = URI.create(again.header("Location")).getPath();
    assertThat(location).isNotEqualTo(failed);
    JsonObject ended = api.ended(location);
    assertThat(ended.getString("state")).isEqualTo("FAILED");
    assertThat(ended.getJsonObject("error").getInt("line")).isEqualTo(3);
    assertThat(state(failed)).isEqualTo("FAILED");
  }

  @Test
  void aJobThatSucceededIsNotDoneAgain() {
    String done = path(Study.created(api).load(HandWritten.dm()));
    JsonObject refusal = api.post(done + "/repeat", JsonValue.EMPTY_JSON_OBJECT).problem(409);
    assertThat(refusal.getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void anotherOrganisationsJobIsNotFound() {
    String failed = path(Study.created(api).upload(ragged()));
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();
    stranger.post(failed + "/repeat", JsonValue.EMPTY_JSON_OBJECT).problem(404);
  }

  private String state(String job) {
    return api.get(job).expect(200).object().getString("state");
  }

  private static String path(JsonObject job) {
    return "/api/v1/jobs/" + job.get("id");
  }

  private static List<Upload> ragged() {
    return List.of(Upload.of("dm.csv", "USUBJID,AGE\nS1,30\nS2,31,5\n"));
  }
}
