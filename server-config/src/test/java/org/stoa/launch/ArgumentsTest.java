package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {

  private static final Map<String, Set<String>> KNOWN =
      Map.of("up", Set.of("port", "servers", "empty"), "down", Set.of(), "help", Set.of());

  @Test
  void readsAnOptionWithItsValueInEitherForm() {
    assertThat(parse("up", "--port", "8081").port()).isEqualTo(OptionalInt.of(8081));
    assertThat(parse("up", "--port=8081").port()).isEqualTo(OptionalInt.of(8081));
  }

  @Test
  void takesOneServerUnlessToldOtherwise() {
    assertThat(parse("up").servers()).isEqualTo(1);
    assertThat(parse("up", "--servers", "3").servers()).isEqualTo(3);
    assertThatThrownBy(() -> parse("up", "--servers", "0").servers())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("from 1 to 9");
  }

  @Test
  void readsAnOptionWithoutAValue() {
    assertThat(parse("up", "--empty").has("empty")).isTrue();
    assertThat(parse("up").has("empty")).isFalse();
  }

  @Test
  void takesNoWordsAsHelp() {
    assertThat(parse().command()).isEqualTo("help");
  }

  @Test
  void refusesAnUnknownCommand() {
    assertThatThrownBy(() -> parse("upp"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("\"upp\"");
  }

  @Test
  void refusesAnOptionOfAnotherCommand() {
    assertThatThrownBy(() -> parse("down", "--port", "1"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--port");
  }

  @Test
  void refusesAMissingValue() {
    assertThatThrownBy(() -> parse("up", "--port"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("needs a value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "65536", "-1", "80x", "999999", " "})
  void refusesWhatIsNoPort(String port) {
    assertThatThrownBy(() -> parse("up", "--port", port).port())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("1 to 65535");
  }

  @Test
  void namesWhereAWrongPortStands() {
    assertThatThrownBy(() -> Arguments.port(Optional.of("x"), "STOA_HTTP_PORT"))
        .hasMessageStartingWith("STOA_HTTP_PORT");
  }

  private static Arguments parse(String... words) {
    return Arguments.parse(List.of(words), KNOWN);
  }
}
