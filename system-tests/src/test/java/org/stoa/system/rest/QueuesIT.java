package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoa.system.Answer;
import org.stoa.system.Api;
import org.stoa.system.HandWritten;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;

/** Queues that those who operate the installation pause and limit, and why jobs wait then. */
class QueuesIT {

  private static final String LOADS = "/api/v1/queues/loads";
  private static final String WEIGHTS = "/api/v1/work/weights";
  private static final String LIMITS = LOADS + "/limits";
  private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;
  private static final Duration A_WHILE = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Api api = SharedStack.stoa().administrator();

  @AfterEach
  void leaveTheQueueAsItWas() {
    api.post(LOADS + "/resume", NOTHING).expect(200);
    String version = api.get(LOADS).expect(200).header("ETag");
    api.put(LIMITS, NOTHING, "If-Match", version).expect(200);
  }

  @Test
  void aJobOfAPausedQueueWaitsSaysWhyAndGoesOnOnceItIsResumed() {
    JsonObject reason = Json.createObjectBuilder().add("reason", "a new disk").build();
    JsonObject paused = api.post(LOADS + "/pause", reason).expect(200).object();
    assertThat(paused.getString("pausedBy")).isEqualTo(SharedStack.stoa().email());
    assertThat(paused.getString("pauseReason")).isEqualTo("a new disk");

    String job = aLoad();
    await()
        .during(A_WHILE)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(state(job)).isEqualTo("QUEUED"));
    JsonObject why = api.get(job + "/why").expect(200).object();
    assertThat(why.getString("reason")).isEqualTo("QUEUE_PAUSED");
    assertThat(why.getString("sentence"))
        .startsWith("Queue loads is paused by " + SharedStack.stoa().email())
        .endsWith(": a new disk.");
    assertThat(why.getString("link")).isEqualTo("/queues/loads");
    assertThat(api.get(LOADS).expect(200).object().getInt("ready")).isPositive();

    api.post(LOADS + "/resume", NOTHING).expect(200);
    assertThat(api.ended(job).getString("state")).isEqualTo("SUCCEEDED");
    assertThat(reason(job)).isEqualTo("ENDED");
  }

  @Test
  void aQueueWithoutAPlaceLetsItsJobsWaitUntilItHasOne() {
    limit(0);

    String job = aLoad();
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(reason(job)).isEqualTo("QUEUE_LIMIT"));
    assertThat(state(job)).isEqualTo("QUEUED");

    limit(1);
    assertThat(api.ended(job).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void whoLimitsAQueueShowsWhatItRead() {
    JsonObject two = Json.createObjectBuilder().add("running", 2).build();
    String read = api.get(LOADS).expect(200).header("ETag");

    api.put(LIMITS, two).problem(428);
    Answer limited = api.put(LIMITS, two, "If-Match", read).expect(200);
    assertThat(limited.object().getInt("runningLimit")).isEqualTo(2);
    api.put(LIMITS, two, "If-Match", read).problem(412);
    JsonObject tooMany = Json.createObjectBuilder().add("running", -1).build();
    api.put(LIMITS, tooMany, "If-Match", limited.header("ETag")).problem(400);
  }

  @Test
  void aQueueHasNoLimitOfStartsAndAReasonIsShort() {
    String version = api.get(LOADS).expect(200).header("ETag");
    JsonObject starts = Json.createObjectBuilder().add("startsPerSecond", 2).build();
    api.put(LIMITS, starts, "If-Match", version).problem(400);
    JsonObject tale = Json.createObjectBuilder().add("reason", "a".repeat(201)).build();
    api.post(LOADS + "/pause", tale).problem(400);
  }

  @Test
  void aQueueHasTheShareOfTheWorkersThatWasDecided() {
    String read = api.get(LOADS).expect(200).header("ETag");
    JsonObject share = Json.createObjectBuilder().add("weight", 3).add("reserved", 1).build();

    Answer decided = api.put(LIMITS, share, "If-Match", read).expect(200);
    assertThat(decided.object().getInt("weight")).isEqualTo(3);
    assertThat(decided.object().getInt("reserved")).isEqualTo(1);
    assertThat(api.ended(aLoad()).getString("state")).isEqualTo("SUCCEEDED");

    JsonObject nothing = Json.createObjectBuilder().add("weight", 0).build();
    api.put(LIMITS, nothing, "If-Match", decided.header("ETag")).problem(400);
    api.put("/api/v1/kinds/none/limits", share, "If-Match", "\"0\"").problem(400);
  }

  @Test
  void anOrganisationHasTheWeightThatWasDecidedLast() {
    String mine =
        WEIGHTS
            + "/"
            + api.get("/api/v1/me")
                .expect(200)
                .object()
                .getJsonObject("organisation")
                .getString("id");
    Answer read = api.get(mine).expect(200);
    JsonObject three = Json.createObjectBuilder().add("weight", 3).build();

    api.put(mine, three).problem(428);
    Answer weighed = api.put(mine, three, "If-Match", read.header("ETag")).expect(200);
    assertThat(weighed.object().getInt("weight")).isEqualTo(3);
    assertThat(api.get(WEIGHTS).expect(200).text()).contains("\"weight\":3");
    api.put(mine, three, "If-Match", read.header("ETag")).problem(412);
    JsonObject none = Json.createObjectBuilder().add("weight", 0).build();
    api.put(mine, none, "If-Match", weighed.header("ETag")).problem(400);

    JsonObject one = Json.createObjectBuilder().add("weight", 1).build();
    api.put(mine, one, "If-Match", weighed.header("ETag")).expect(200);
  }

  @Test
  void whoDoesNotOperateTheInstallationNeitherSeesNorPausesQueues() {
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();

    stranger.get("/api/v1/queues").problem(403);
    stranger.get("/api/v1/kinds").problem(403);
    stranger.get(WEIGHTS).problem(403);
    stranger.post(LOADS + "/pause", NOTHING).problem(403);
    stranger.put(LIMITS, NOTHING, "If-Match", "\"0\"").problem(403);
  }

  @Test
  void aJobByItselfIsLinkedWithNoneAndIsHiddenFromOthers() {
    String job = aLoad();

    JsonObject links = api.get(job + "/dependencies").expect(200).object();
    assertThat(links.getJsonArray("before")).isEmpty();
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();
    stranger.get(job + "/dependencies").problem(404);
    stranger.get(job + "/why").problem(404);
    api.ended(job);
  }

  private void limit(int running) {
    JsonObject limit = Json.createObjectBuilder().add("running", running).build();
    String version = api.get(LOADS).expect(200).header("ETag");
    api.put(LIMITS, limit, "If-Match", version).expect(200);
  }

  private String aLoad() {
    return URI.create(
            Study.created(api).send(List.of(HandWritten.dm())).expect(202).header("Location"))
        .getPath();
  }

  private String state(String job) {
    return api.get(job).expect(200).object().getString("state");
  }

  private String reason(String job) {
    return api.get(job + "/why").expect(200).object().getString("reason");
  }
}
