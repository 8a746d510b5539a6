package org.stoa.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeTest {

  @ParameterizedTest
  @CsvSource({"Administrator, A", "Ada Lovelace, AL", "' Jan  van der Berg ', JB", "𝒜da, 𝒜"})
  void initialsAreOfTheFirstAndTheLastWord(String name, String initials) {
    assertThat(Me.initials(name)).isEqualTo(initials);
  }
}
