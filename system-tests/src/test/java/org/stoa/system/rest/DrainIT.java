package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoa.system.Api;
import org.stoa.system.HandWritten;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;

/** A server that is drained before it is shut down. */
class DrainIT {

  private static final String WORKERS = "/api/v1/work/workers";
  private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration A_WHILE = Duration.ofSeconds(10);

  private final Api api = SharedStack.stoa().administrator();
  private final String worker = alive().getString("id");

  @AfterEach
  void letItWork() {
    api.post(act("resume"), NOTHING).expect(200);
  }

  @Test
  void aDrainedServerBeginsNothingUntilItMayWorkAgain() {
    JsonObject drained = api.post(act("drain"), NOTHING).expect(200).object();
    assertThat(drained.getString("drainingBy")).isEqualTo(SharedStack.stoa().email());
    heartbeatAfter(drained.getString("drainingAt"));

    String job = aLoad();
    await()
        .during(A_WHILE)
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(reason(job)).isEqualTo("NO_LIVE_WORKER"));

    assertThat(api.post(act("resume"), NOTHING).expect(200).object())
        .doesNotContainKey("drainingAt");
    assertThat(api.ended(job).getString("state")).isEqualTo("SUCCEEDED");
  }

  @Test
  void tellsHowItsQueuesAreDrained() {
    api.ended(aLoad());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(alive().getJsonArray("threads").toString())
                    .contains("\"queue\":\"loads\"", "writtenOff"));
  }

  @Test
  void onlyWhoOperatesTheInstallationDrainsServersThatThereAre() {
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();

    stranger.post(act("drain"), NOTHING).problem(403);
    api.post(WORKERS + "/" + UUID.randomUUID() + "/drain", NOTHING).problem(404);
  }

  /** The server does what it heard with its heartbeat right after that. */
  private void heartbeatAfter(String time) {
    await().atMost(PATIENCE).until(() -> alive().getString("heartbeatAt").compareTo(time) > 0);
  }

  private String aLoad() {
    String location =
        Study.created(api).send(List.of(HandWritten.dm())).expect(202).header("Location");
    return URI.create(location).getPath();
  }

  private String reason(String job) {
    return api.get(job + "/why").expect(200).object().getString("reason");
  }

  private String act(String what) {
    return WORKERS + "/" + worker + "/" + what;
  }

  private JsonObject alive() {
    return api.get(WORKERS).expect(200).array().getValuesAs(JsonObject.class).stream()
        .filter(server -> server.getBoolean("alive"))
        .findFirst()
        .orElseThrow();
  }
}
