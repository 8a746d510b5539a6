package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.shared.StaleVersionProblem;

class VersionTagTest {

  @Test
  void readsWhatItWrote() {
    assertThat(VersionTag.of(7)).isEqualTo("\"7\"");
    assertThat(VersionTag.read(VersionTag.of(7))).isEqualTo(7);
    assertThatCode(() -> VersionTag.require("\"7\"", 7)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"6\"", "W/\"7\"", "\"seven\"", "\"", "\"7\", \"8\""})
  void refusesAnotherVersion(String ifMatch) {
    assertThatThrownBy(() -> VersionTag.require(ifMatch, 7))
        .isInstanceOf(StaleVersionProblem.class);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "*"})
  void wantsAVersion(String ifMatch) {
    assertThatThrownBy(() -> VersionTag.require(ifMatch, 7))
        .isInstanceOf(PreconditionMissingProblem.class);
  }
}
