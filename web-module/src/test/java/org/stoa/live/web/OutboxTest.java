package org.stoa.live.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.stoa.live.LiveMessage;

class OutboxTest {

  private final Outbox outbox = new Outbox();

  @Test
  void sendsInOrderWithTheEventAsItIs() {
    outbox.add(LiveMessage.started("jobs", "1-0"));
    outbox.add(LiveMessage.event("jobs", "2-0", "{\"id\":17,\"text\":\"it's \\\"\"}"));

    assertThat(outbox.next()).isEqualTo("{\"topic\":\"jobs\",\"cursor\":\"1-0\"}");
    assertThat(outbox.next())
        .isEqualTo(
            "{\"topic\":\"jobs\",\"cursor\":\"2-0\","
                + "\"event\":{\"id\":17,\"text\":\"it's \\\"\"}}");
    assertThat(outbox.next()).isNull();
  }

  @Test
  void aSlowClientIsToldToReloadEachTopicOnce() {
    for (int i = 1; i <= 10 * Outbox.MOST_WAITING; i++) {
      outbox.add(LiveMessage.event(i % 2 == 0 ? "jobs" : "job:1", i + "-0", "{}"));
    }

    assertThat(new String[] {outbox.next(), outbox.next()})
        .containsExactlyInAnyOrder(reload("jobs", "5000-0"), reload("job:1", "4999-0"));
    assertThat(outbox.next()).isNull();
  }

  @Test
  void goesOnAfterAReload() {
    outbox.add(LiveMessage.event("jobs", "1-0", "{}"));
    outbox.add(LiveMessage.reload("jobs", "5-0"));
    outbox.add(LiveMessage.event("jobs", "6-0", "{}"));

    assertThat(outbox.next()).isEqualTo(reload("jobs", "6-0"));
    outbox.add(LiveMessage.event("jobs", "7-0", "{}"));
    assertThat(outbox.next()).contains("7-0").contains("event");
  }

  @Test
  void forgetsATopicThatNobodyWants() {
    outbox.add(LiveMessage.event("jobs", "1-0", "{}"));
    outbox.add(LiveMessage.reload("job:1", "1-0"));

    outbox.forget("jobs");
    outbox.forget("job:1");

    assertThat(outbox.next()).isNull();
  }

  private static String reload(String topic, String cursor) {
    return "{\"topic\":\"" + topic + "\",\"cursor\":\"" + cursor + "\",\"reload\":true}";
  }
}
