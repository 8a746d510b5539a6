package org.stoa.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.glassfish.soteria.identitystores.hash.Pbkdf2PasswordHashImpl;
import org.junit.jupiter.api.Test;

class PasswordsTest {

  private final Passwords passwords = new Passwords(new Pbkdf2PasswordHashImpl());

  @Test
  void keepsAlgorithmAndRoundsBesideTheHash() {
    String kept = passwords.hash("correct horse \uD83D\uDE00");

    assertThat(kept).startsWith("PBKDF2WithHmacSHA512:210000:").doesNotContain("horse");
    assertThat(passwords.fits("correct horse \uD83D\uDE00", kept)).isTrue();
    assertThat(passwords.fits("correct horse \uD83D\uDE01", kept)).isFalse();
  }

  @Test
  void saltsSoThatEqualPasswordsDiffer() {
    Passwords quick = QuickPasswords.create();

    assertThat(quick.hash("correct horse")).isNotEqualTo(quick.hash("correct horse"));
  }

  @Test
  void readsHashesOfOtherRounds() {
    assertThat(passwords.fits("correct horse", QuickPasswords.create().hash("correct horse")))
        .isTrue();
  }

  @Test
  void triesAPasswordOfNobody() {
    assertThatCode(() -> passwords.fitNobody("correct horse")).doesNotThrowAnyException();
  }
}
