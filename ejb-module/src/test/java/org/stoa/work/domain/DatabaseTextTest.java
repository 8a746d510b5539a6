package org.stoa.work.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTextTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          {"a":"x\\u0000y"},      {"a":"x\uFFFDy"}
          {"a":"x\\\\u0000y"},    {"a":"x\\\\u0000y"}
          {"a":"x\\\\\\u0000y"},  {"a":"x\\\\\uFFFDy"}
          {"a":"\\u0000\\u0000"}, {"a":"\uFFFD\uFFFD"}
          {"a":"\\u0001"},        {"a":"\\u0001"}
          x\0y,                   x\uFFFDy
          """)
  void replacesWhatPostgresCannotKeepAndNothingElse(String text, String kept) {
    assertThat(DatabaseText.of(text)).isEqualTo(kept);
  }
}
