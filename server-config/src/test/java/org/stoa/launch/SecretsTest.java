package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir private Path directory;

  @Test
  void keepsASecretOverARestart() {
    String first = secrets().password("database.password");

    assertThat(secrets().password("database.password")).isEqualTo(first);
  }

  @Test
  void keepsEachSecretWhenAnotherIsAdded() {
    Secrets secrets = secrets();
    String first = secrets.password("one");
    secrets.password("two");

    assertThat(secrets().password("one")).isEqualTo(first);
  }

  @Test
  void makesSecretsThatDiffer() {
    assertThat(secrets().password("one")).isNotEqualTo(secrets().password("two"));
  }

  @Test
  void makesPasswordsThatNeedNoQuoting() {
    assertThat(secrets().password("one")).matches("[A-Za-z0-9_-]{32}");
  }

  @Test
  void makesKeysOf512Bits() {
    assertThat(Base64.getDecoder().decode(secrets().key("token"))).hasSize(64);
  }

  @Test
  void letsNobodyElseReadThem() throws IOException {
    secrets().password("one");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  private Secrets secrets() {
    return Secrets.keptIn(file());
  }

  private Path file() {
    return directory.resolve("secrets");
  }
}
