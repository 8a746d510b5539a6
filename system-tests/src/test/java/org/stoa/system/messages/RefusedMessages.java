package org.stoa.system.messages;

import static org.awaitility.Awaitility.await;

import jakarta.json.JsonArray;
import java.io.IOException;
import java.time.Duration;
import org.stoa.system.StoaUnderTest;

/** Messages that other suites want to look at. */
public final class RefusedMessages {

  private static final String REFUSED = "/api/v1/inbound-messages?state=REFUSED&limit=1";

  private RefusedMessages() {}

  /** Sends a message that is refused; the id of one that was. */
  public static String one(StoaUnderTest stoa) {
    int port = Integer.parseInt(stoa.stack().environment().get("STOA_STOMP_PORT"));
    try (StompClient client = StompClient.connected(port)) {
      client.send("/queue/stoa.inbound", "{\"kind\": \"work.echo\", \"payload\": {\"text\": 7}}");
    } catch (IOException e) {
      throw new IllegalStateException("the broker does not take a message", e);
    }
    JsonArray refused =
        await("a refused message")
            .atMost(Duration.ofMinutes(1))
            .until(
                () -> stoa.administrator().get(REFUSED).expect(200).array(),
                found -> !found.isEmpty());
    return refused.getJsonObject(0).getString("id");
  }
}
