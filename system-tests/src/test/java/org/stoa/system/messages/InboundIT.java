package org.stoa.system.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoa.system.Api;
import org.stoa.system.SharedStack;

/**
 * Other systems put messages on the queue, and each becomes one job or is refused with a reason.
 */
class InboundIT {

  private static final String QUEUE = "/queue/stoa.inbound";
  private static final String MESSAGES = "/api/v1/inbound-messages";

  private final Api api = SharedStack.stoa().administrator();
  private final String organisation = organisation(api);
  private final Map<String, String> environment = SharedStack.stoa().stack().environment();

  @Test
  void theJavaExampleHasAJobDone() throws Exception {
    String key = key();
    Example.java(
        "SendMessage.java", "127.0.0.1:" + environment.get("STOA_JMS_PORT"), message(key, "häy"));

    assertEchoed(key, "häy");
  }

  @Test
  void thePythonExampleHasAJobDone() throws Exception {
    String key = key();
    Example.python(
        "send_message.py", "127.0.0.1", environment.get("STOA_STOMP_PORT"), message(key, "höy"));

    assertEchoed(key, "höy");
  }

  @Test
  void aMessageThatIsSentTwiceWithItsKeyIsOneJob() throws Exception {
    String key = key();
    try (StompClient client = stomp()) {
      client.send(QUEUE, message(key, "once"));
      client.send(QUEUE, message(key, "once"));
      client.send(QUEUE, message(key(), "after"));
    }
    assertEchoed(key, "once");
    assertThat(withKey(api, key)).hasSize(1);
  }

  @Test
  void aBadMessageIsRefusedWithItsReasonAndPutBackMended() throws Exception {
    String key = key();
    String token = api.accessToken();
    try (StompClient client = stomp()) {
      client.send(QUEUE, message(key, "seven").replace("\"seven\"", "7"));
    }
    JsonObject refused = decided(api, key);
    String path = MESSAGES + "/" + refused.getString("id");
    JsonObject shown = api.get(path).expect(200).object();
    assertThat(shown.getString("state")).isEqualTo("REFUSED");
    assertThat(shown.getString("reason")).isEqualTo("payload.text must be a text.");
    assertThat(shown.getString("content")).contains("\"text\":7");
    assertThat(shown.toString()).doesNotContain(token);

    JsonObject still = api.post(path + "/put-back", JsonValue.EMPTY_JSON_OBJECT).problem(400);
    assertThat(still.getString("detail")).contains("payload.text");
    JsonObject mended =
        Json.createObjectBuilder()
            .add("payload", Json.createObjectBuilder().add("text", "seven"))
            .build();
    JsonObject put = api.post(path + "/put-back", mended).expect(200).object();
    assertThat(put.getString("state")).isEqualTo("PUT_BACK");
    assertEchoed(key, "seven");
    api.post(path + "/discard", JsonValue.EMPTY_JSON_OBJECT).problem(409);
  }

  @Test
  void aMessageOfNobodyIsSeenByTheInstallationOnlyAndDiscarded() throws Exception {
    String key = key();
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();
    try (StompClient client = stomp()) {
      client.send(QUEUE, message(key, "x").replace(api.accessToken(), "made-up"));
    }
    JsonObject refused = decided(api, key);
    assertThat(refused.getBoolean("nobodys")).isTrue();
    assertThat(refused.getString("reason")).contains("token is not valid");
    assertThat(withKey(stranger, key)).isEmpty();

    String path = MESSAGES + "/" + refused.getString("id");
    stranger.get(path).problem(404);
    assertThat(api.post(path + "/discard", JsonValue.EMPTY_JSON_OBJECT).expect(200).object())
        .containsEntry("state", Json.createValue("DISCARDED"));
  }

  @Test
  void whatIsNoMessageBlocksNothing() throws Exception {
    String key = key();
    try (StompClient client = stomp()) {
      client.send(QUEUE, "this is no JSON " + key);
      client.send(QUEUE, message(key, "behind it"));
    }
    assertEchoed(key, "behind it");
  }

  @Test
  void theEndOfAJobIsToldOnTheTopicToWhoAskedForIt() throws Exception {
    assertThat(tell(true).getBoolean("told")).isTrue();
    String key = key();
    try (StompClient client = stomp()) {
      client.subscribe(
          "/topic/stoa.events",
          "organisation = '" + organisation + "' AND kind = 'work.echo' AND state = 'SUCCEEDED'");
      try (StompClient producer = stomp()) {
        producer.send(QUEUE, message(key, "tell me"));
      }
      String frame = client.frame();
      while (!frame.contains(key)) {
        frame = client.frame();
      }
      assertThat(frame).startsWith("MESSAGE").contains("\"result\":{\"text\":\"tell me\"}");
    } finally {
      tell(false);
    }
  }

  @Test
  void messagesThatWaitInTheBrokerSurviveAKillOfTheServer() throws Exception {
    List<String> keys = List.of(key(), key(), key(), key(), key());
    try (StompClient client = stomp()) {
      for (String key : keys) {
        client.send(QUEUE, message(key, "survivor"));
      }
    }
    SharedStack.stoa().killAndRestart();

    for (String key : keys) {
      assertEchoed(key, "survivor");
      assertThat(withKey(api, key)).hasSize(1);
    }
  }

  private void assertEchoed(String key, String text) {
    JsonObject taken =
        await("a job of the message " + key)
            .atMost(Duration.ofMinutes(2))
            .until(
                () -> withKey(api, key).stream().filter(m -> m.containsKey("job")).findFirst(),
                Optional::isPresent)
            .orElseThrow();
    JsonObject job = api.ended("/api/v1/jobs/" + taken.get("job"));
    assertThat(job.getString("state")).isEqualTo("SUCCEEDED");
    assertThat(job.getJsonObject("result").getString("text")).isEqualTo(text);
  }

  private static JsonObject decided(Api api, String key) {
    return await("the message " + key)
        .atMost(Duration.ofMinutes(2))
        .until(() -> withKey(api, key), found -> !found.isEmpty())
        .get(0);
  }

  private static List<JsonObject> withKey(Api api, String key) {
    return api.get(MESSAGES + "?limit=200").expect(200).array().stream()
        .map(JsonValue::asJsonObject)
        .filter(message -> key.equals(message.getString("key", null)))
        .toList();
  }

  private JsonObject tell(boolean told) {
    return api.put("/api/v1/job-events", Json.createObjectBuilder().add("told", told).build())
        .expect(200)
        .object();
  }

  private StompClient stomp() throws Exception {
    return StompClient.connected(Integer.parseInt(environment.get("STOA_STOMP_PORT")));
  }

  private String message(String key, String text) {
    return Json.createObjectBuilder()
        .add("kind", "work.echo")
        .add("payload", Json.createObjectBuilder().add("text", text))
        .add("key", key)
        .add("organisation", organisation)
        .add("token", api.accessToken())
        .build()
        .toString();
  }

  private static String key() {
    return "order-" + UUID.randomUUID();
  }

  private static String organisation(Api api) {
    JsonObject me = api.get("/api/v1/me").expect(200).object();
    return me.getJsonObject("organisation").getString("id");
  }
}
