package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.system.Answer;
import org.stoa.system.Api;
import org.stoa.system.EchoJob;
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
  void aJobIsDoneAgainWithAnotherPayloadWhereItsKindAllowsIt() {
    String old = EchoJob.cancelled(api, "helo");

    Answer again = api.post(old + "/repeat", changed("hello")).expect(201);
    JsonObject ended = api.ended(URI.create(again.header("Location")).getPath());
    assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(ended.getJsonObject("result").getString("text")).isEqualTo("hello");
    assertThat(payload(old)).isEqualTo("helo");
  }

  @Test
  void anEmptyBodyChangesNothing() {
    String old = EchoJob.cancelled(api, "as it was");

    Answer again = api.post(old + "/repeat", "application/json", new byte[0]).expect(201);
    String job = URI.create(again.header("Location")).getPath();
    assertThat(api.ended(job).getString("state")).isEqualTo("SUCCEEDED");
    assertThat(payload(job)).isEqualTo("as it was");
  }

  @Test
  void aPayloadThatDoesNotFitIsRefusedAndNamesWhatIsWrong() {
    String old = EchoJob.cancelled(api, "helo");

    JsonObject number =
        Json.createObjectBuilder()
            .add("payload", Json.createObjectBuilder().add("text", 1))
            .build();
    JsonObject refusal = api.post(old + "/repeat", number).problem(400);
    assertThat(refusal.getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("payload.text");
  }

  @Test
  void aPayloadStaysAsItIsWhereItsKindDoesNotAllowAnother() {
    String failed = path(Study.created(api).upload(ragged()));

    JsonObject refusal = api.post(failed + "/repeat", changed("hello")).problem(409);
    assertThat(refusal.getString("type")).endsWith("job-not-repeatable");
    assertThat(refusal.getString("detail")).contains("data.load let nobody change it");
  }

  @Test
  void anotherOrganisationsJobIsNotFound() {
    String failed = path(Study.created(api).upload(ragged()));
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();
    stranger.post(failed + "/repeat", JsonValue.EMPTY_JSON_OBJECT).problem(404);
  }

  private static JsonObject changed(String text) {
    return Json.createObjectBuilder()
        .add("payload", Json.createObjectBuilder().add("text", text))
        .build();
  }

  private String payload(String job) {
    return api.get(job + "/payload").expect(200).object().getString("text");
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
