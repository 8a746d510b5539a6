package org.stoa.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"correct horse", "p'; DROP--\"$$", "\uD83D\uDE00abc defghi", "ada@example.org!"})
  void acceptsAnyCharacters(String password) {
    assertThat(PasswordRules.fault(password, "ada@example.org")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "nine char", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00abc"})
  void asksForTenCharactersNotChars(String password) {
    assertThat(PasswordRules.fault(password, "ada@example.org")).get().asString().contains("10");
  }

  @Test
  void refusesTheAddressItself() {
    assertThat(PasswordRules.fault(" Ada@Example.ORG", "ada@example.org"))
        .get()
        .asString()
        .contains("e-mail");
  }

  @Test
  void refusesRepetitionAndEndlessText() {
    assertThat(PasswordRules.fault("ababababababab", null)).isPresent();
    assertThat(PasswordRules.fault("abcd".repeat(51), null)).isPresent();
    assertThat(PasswordRules.fault(null, null)).isPresent();
  }
}
