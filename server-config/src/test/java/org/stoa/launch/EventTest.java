package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventTest {

  private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

  @Test
  void isReadAsItWasWritten() {
    assertThat(Arrays.stream(Event.Kind.values()).map(kind -> new Event(kind, "a + b = c")))
        .allSatisfy(event -> assertThat(Event.parse(event.line(NOON))).contains(event));
  }

  @Test
  void isNotReadFromALineOfSomethingElse() {
    assertThat(Event.parse("WARNING: something")).isEmpty();
  }

  @Test
  void saysHowLongAStepTook() {
    assertThat(Event.done("server", Duration.ofMillis(12_340)).text())
        .isEqualTo("server                   12.3 s");
  }
}
