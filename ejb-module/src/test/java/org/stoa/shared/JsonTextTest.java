package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JsonTextTest {

  /** A record of every kind of member that views and payloads have. */
  public record Sample(
      UUID id, String name, Instant at, Optional<String> note, List<Object> cells, Inner inner) {}

  /** A record in a record. */
  public record Inner(int number, Long total, boolean flag, JsonValue tree) {}

  private static final UUID ID = UUID.fromString("0190b7a0-0000-7000-8000-000000000001");

  @Test
  void writesMembersInOrderInstantsInIsoAndLeavesNullsOut() {
    Sample sample =
        new Sample(
            ID,
            "it's \uD83D\uDE00",
            Instant.parse("2026-03-01T12:00:00Z"),
            Optional.empty(),
            Arrays.asList(1, "a", null, 2.5),
            new Inner(3, null, true, JsonText.tree("{\"a\":[1]}")));

    assertThat(JsonText.of(sample))
        .isEqualTo(
            "{\"id\":\"0190b7a0-0000-7000-8000-000000000001\",\"name\":\"it's \uD83D\uDE00\","
                + "\"at\":\"2026-03-01T12:00:00Z\",\"cells\":[1,\"a\",null,2.5],"
                + "\"inner\":{\"number\":3,\"flag\":true,\"tree\":{\"a\":[1]}}}");
  }

  @Test
  void readsARecordBack() {
    Inner inner = JsonText.read("{\"number\":3,\"total\":null,\"flag\":true}", Inner.class);

    assertThat(inner.number()).isEqualTo(3);
    assertThat(inner.total()).isNull();
    assertThat(inner.flag()).isTrue();
  }

  @Test
  void leavesMissingMembersNullAndIgnoresUnknownOnes() {
    Sample sample = JsonText.read("{\"id\":\"" + ID + "\",\"unheardOf\":1}", Sample.class);

    assertThat(sample.id()).isEqualTo(ID);
    assertThat(sample.name()).isNull();
    assertThat(sample.inner()).isNull();
  }

  @Test
  void writesMapsAndTreesAsTheyAre() {
    assertThat(JsonText.of(Map.of("a", 1))).isEqualTo("{\"a\":1}");
    assertThat(JsonText.of(JsonText.tree("[1,null]"))).isEqualTo("[1,null]");
    assertThat(JsonText.of(null)).isEqualTo("null");
    assertThat(JsonText.tree(null)).isNull();
  }
}
