package org.stoa.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

  @Test
  void readsWithoutRegardToCaseAndBlanks() {
    assertThat(EmailAddress.in(" Ada.Lovelace@Example.ORG ").orElseThrow().text())
        .isEqualTo("ada.lovelace@example.org");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "ada", "@", "ada@", "@example.org", "a b@c", "a@b@c", "a@b\u0000c"})
  void refusesWhatIsNoAddress(String typed) {
    assertThat(EmailAddress.in(typed)).isEmpty();
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(EmailAddress.in("a".repeat(250) + "@b.org")).isEmpty();
  }

  @Test
  void guardsItself() {
    assertThatThrownBy(() -> new EmailAddress("Ada@example.org"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
