package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoa.system.Answer;
import org.stoa.system.Api;
import org.stoa.system.SharedStack;

/**
 * Schedules of the running application: they fire, are paused, run by hand, changed and removed.
 */
class SchedulesIT {

  private static final String SCHEDULES = "/api/v1/schedules";
  private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

  private final Api api = SharedStack.stoa().administrator();
  private final Set<String> created = new HashSet<>();

  @AfterEach
  void removeWhatWasCreated() {
    created.forEach(
        path -> {
          String tag = api.get(path).expect(200).header("ETag");
          api.delete(path, "If-Match", tag).expect(204);
        });
  }

  @Test
  void aScheduleFiresEachOfItsSecondsOnceAndItsJobsSucceed() {
    String schedule = create(eachSecond().add("maxRuns", 5));
    JsonArray runs = runs(schedule, 5);

    List<Instant> instants =
        runs.stream()
            .map(run -> Instant.parse(run.asJsonObject().getString("instant")))
            .sorted()
            .toList();
    assertThat(instants).doesNotHaveDuplicates().hasSize(5);
    assertThat(Duration.between(instants.get(0), instants.get(4))).isEqualTo(Duration.ofSeconds(4));
    for (JsonValue run : runs) {
      JsonObject job = api.ended("/api/v1/jobs/" + run.asJsonObject().getInt("job"));
      assertThat(job.getString("state")).isEqualTo("SUCCEEDED");
      assertThat(job.getString("submittedBy")).startsWith("schedule ");
    }
    assertThat(read(schedule)).doesNotContainKey("next");
  }

  @Test
  void oneInstantFiresOnceAndInTime() {
    Instant at = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
    String schedule = create(rule("ONCE").add("at", at.toString()));
    JsonObject run = runs(schedule, 1).getJsonObject(0);

    assertThat(Instant.parse(run.getString("instant"))).isEqualTo(at);
    assertThat(Instant.parse(run.getString("firedAt"))).isBetween(at, at.plusSeconds(5));
  }

  @Test
  void aPausedScheduleStaysSilentAndCanBeRunByHand() {
    String schedule = create(eachSecond().add("start", Instant.now().plusSeconds(3).toString()));
    JsonObject paused = api.post(schedule + "/pause", NOTHING).expect(200).object();
    assertThat(paused.getString("pausedBy")).isEqualTo(SharedStack.stoa().email());

    Answer answer = api.post(schedule + "/runs", NOTHING).expect(201);
    assertThat(answer.object().getString("by")).isEqualTo(SharedStack.stoa().email());
    assertThat(api.ended(answer.header("Location")).getString("state")).isEqualTo("SUCCEEDED");
    Instant past = Instant.parse(paused.getString("pausedAt")).plusSeconds(6);
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Instant.now().isAfter(past));
    assertThat(api.get(schedule + "/runs").expect(200).array()).hasSize(1);

    JsonObject resumed = api.post(schedule + "/resume", NOTHING).expect(200).object();
    assertThat(Instant.parse(resumed.getJsonObject("next").getString("at"))).isAfter(past);
    runs(schedule, 2);
  }

  @Test
  void aRequestWithTheSameKeyRunsOnce() {
    String schedule = create(far());
    String key = "run-" + UUID.randomUUID();
    Answer first = api.post(schedule + "/runs", NOTHING, "Idempotency-Key", key).expect(201);
    Answer again = api.post(schedule + "/runs", NOTHING, "Idempotency-Key", key).expect(201);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(api.get(schedule + "/runs").expect(200).array()).hasSize(1);
  }

  @Test
  void isChangedOnlyByThoseWhoSawTheNewestVersion() {
    String schedule = create(far());
    Answer seen = api.get(schedule).expect(200);
    JsonObject other =
        Json.createObjectBuilder(seen.object().getJsonObject("definition"))
            .add("overlap", "QUEUE")
            .build();

    api.put(schedule, other).problem(428);
    Answer changed = api.put(schedule, other, "If-Match", seen.header("ETag")).expect(200);
    assertThat(changed.object().getJsonObject("definition")).isEqualTo(other);
    api.put(schedule, other, "If-Match", seen.header("ETag")).problem(412);
  }

  @Test
  void aPayloadThatDoesNotFitIsRefusedByItsMember() {
    JsonObject refusal =
        api.post(
                SCHEDULES,
                definition(far()).add("payload", Json.createObjectBuilder().add("own", 1)).build())
            .problem(400);
    assertThat(refusal.getJsonArray("errors").toString()).contains("\"payload.own\"");
    JsonObject kind =
        api.post(SCHEDULES, definition(far()).add("kind", "no.such").build()).problem(400);
    assertThat(kind.getString("type")).isEqualTo("urn:stoa:problem:unknown-kind");
  }

  @Test
  void aKindThatIsOpenToNobodyIsNotScheduled() {
    JsonObject refusal =
        api.post(SCHEDULES, definition(far()).add("kind", "data.load").build()).problem(400);
    assertThat(refusal.getJsonArray("errors").getJsonObject(0).getString("field"))
        .isEqualTo("kind");
  }

  @Test
  void anotherOrganisationDoesNotFindIt() {
    String schedule = create(far());
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();
    stranger.get(schedule).problem(404);
    stranger.get(schedule + "/runs").problem(404);
    stranger.post(schedule + "/pause", NOTHING).problem(404);
    stranger.post(schedule + "/runs", NOTHING).problem(404);
    assertThat(stranger.get(SCHEDULES).expect(200).text()).doesNotContain(idOf(schedule));
  }

  private String create(JsonObjectBuilder rule) {
    Answer answer = api.post(SCHEDULES, definition(rule).build()).expect(201);
    String path = URI.create(answer.header("Location")).getPath();
    created.add(path);
    return path;
  }

  private JsonObject read(String schedule) {
    return api.get(schedule).expect(200).object();
  }

  private JsonArray runs(String schedule, int count) {
    return Awaitility.await("runs of " + schedule)
        .atMost(Duration.ofSeconds(60))
        .until(() -> api.get(schedule + "/runs").expect(200).array(), runs -> runs.size() >= count);
  }

  private static JsonObjectBuilder definition(JsonObjectBuilder rule) {
    return Json.createObjectBuilder()
        .add("name", "schedule of a test " + UUID.randomUUID())
        .add("kind", "insight.map")
        .add("payload", Json.createObjectBuilder().add("owner", UUID.randomUUID().toString()))
        .add("rule", rule)
        .add("overlap", "QUEUE");
  }

  private static JsonObjectBuilder eachSecond() {
    return rule("FIXED_RATE")
        .add("every", "PT1S")
        .add("start", Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2).toString());
  }

  private static JsonObjectBuilder far() {
    return rule("ONCE").add("at", "2150-01-01T00:00:00Z");
  }

  private static JsonObjectBuilder rule(String kind) {
    return Json.createObjectBuilder().add("kind", kind).add("zone", "Europe/Berlin");
  }

  private static String idOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
