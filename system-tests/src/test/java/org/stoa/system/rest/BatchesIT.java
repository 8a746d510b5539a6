package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoa.system.Api;
import org.stoa.system.SeededBatch;
import org.stoa.system.SharedStack;

/** Jobs that were submitted together, seen and acted upon as one. */
class BatchesIT {

  private static final String BATCHES = "/api/v1/batches";

  private final Api api = SharedStack.stoa().administrator();
  private final String name = "Nightly " + UUID.randomUUID();
  private final String id = SeededBatch.of(SharedStack.stoa(), name, 4);

  @Test
  void itsCountsAreThoseOfItsJobsAndItIsFoundByNameAndState() {
    JsonObject batch = withOneFailure();

    assertThat(count(batch, "waiting")).isEqualTo(3);
    assertThat(batch.getJsonNumber("done").doubleValue()).isEqualTo(0.25);
    assertThat(ids("?name=" + name.toUpperCase(Locale.ROOT).replace(" ", "%20")))
        .containsExactly(id);
    assertThat(ids("?state=RUNNING&limit=200")).contains(id);
    assertThat(ids("?state=SUCCEEDED&limit=200")).doesNotContain(id);
    assertThat(jobs(batch, "")).hasSize(4);
    assertThat(jobs(batch, "&state=FAILED"))
        .extracting(job -> job.getInt("id"))
        .containsExactly(batch.getInt("firstFailure"));
    assertThat(jobs(batch, "&state=FAILED").get(0).getString("batch")).isEqualTo(id);
  }

  @Test
  void itsContinuationSaysForHowManyJobsItWaits() {
    JsonObject batch = withOneFailure();
    long next = batch.getJsonObject("continuation").getInt("id");

    JsonObject why = api.get("/api/v1/jobs/" + next + "/why").expect(200).object();

    assertThat(why.getString("sentence"))
        .isEqualTo("It waits for 3 of 4 jobs of batch " + name + ".");
    assertThat(why.getString("link")).isEqualTo("/batches/" + id);
  }

  @Test
  void whatIsCancelledIsDoneAgainAndThenWhatFollows() {
    withOneFailure();
    api.post(BATCHES + "/" + id + "/repeat", JsonValue.EMPTY_JSON_OBJECT).problem(409);

    api.post(BATCHES + "/" + id + "/cancel", JsonValue.EMPTY_JSON_OBJECT).expect(200);
    JsonObject cancelled = awaited("FAILED");
    assertThat(count(cancelled, "failed")).isEqualTo(1);
    assertThat(count(cancelled, "cancelled")).isEqualTo(3);
    assertThat(cancelled.getJsonObject("continuation").getString("state")).isEqualTo("CANCELLED");
    api.post(BATCHES + "/" + id + "/cancel", JsonValue.EMPTY_JSON_OBJECT).problem(409);

    JsonObject again =
        api.post(BATCHES + "/" + id + "/repeat", JsonValue.EMPTY_JSON_OBJECT).expect(200).object();
    assertThat(again.getInt("jobs")).isEqualTo(4);
    JsonObject ended = awaited("FAILED");
    assertThat(count(ended, "succeeded")).as("those that were cancelled").isEqualTo(3);
    assertThat(count(ended, "failed")).as("the one that cannot succeed").isEqualTo(1);
    assertThat(jobs(ended, "")).hasSize(4);
    api.get("/api/v1/audit?action=batch.repeated&limit=1").expect(200);
  }

  @Test
  void anotherOrganisationDoesNotFindIt() {
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();

    stranger.get(BATCHES + "/" + id).problem(404);
    stranger.post(BATCHES + "/" + id + "/cancel", JsonValue.EMPTY_JSON_OBJECT).problem(404);
    stranger.post(BATCHES + "/" + id + "/repeat", JsonValue.EMPTY_JSON_OBJECT).problem(404);
    assertThat(stranger.get(BATCHES).expect(200).array()).isEmpty();
    assertThat(stranger.get("/api/v1/jobs?batch=" + id).expect(200).array()).isEmpty();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    api.get(BATCHES + "/7").problem(404);
    assertThat(refusal(BATCHES + "?state=OPEN")).startsWith("state: ");
    assertThat(refusal(BATCHES + "?after=7")).startsWith("after: ");
    assertThat(refusal("/api/v1/jobs?batch=7")).startsWith("batch: ");
  }

  private String refusal(String address) {
    return api.get(address).problem(400).getString("detail");
  }

  private JsonObject withOneFailure() {
    return await("the job that cannot succeed")
        .atMost(Duration.ofSeconds(30))
        .until(this::seen, batch -> count(batch, "failed") == 1);
  }

  private JsonObject awaited(String state) {
    return await("the end of the batch")
        .atMost(Duration.ofSeconds(30))
        .until(this::seen, batch -> batch.getString("state").equals(state));
  }

  private JsonObject seen() {
    return api.get(BATCHES + "/" + id).expect(200).object();
  }

  private List<String> ids(String query) {
    return api.get(BATCHES + query).expect(200).array().getValuesAs(JsonObject.class).stream()
        .map(batch -> batch.getString("id"))
        .toList();
  }

  private List<JsonObject> jobs(JsonObject batch, String more) {
    return api.get("/api/v1" + batch.getString("link") + more)
        .expect(200)
        .array()
        .getValuesAs(JsonObject.class);
  }

  private static int count(JsonObject batch, String state) {
    return batch.getJsonObject("counts").getInt(state);
  }
}
