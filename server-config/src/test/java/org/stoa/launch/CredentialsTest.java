package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

  @TempDir private Path directory;

  @Test
  void makesAPasswordOnceAndKeepsIt() {
    Credentials made = credentials(Optional.empty(), Optional.empty());
    Credentials kept = credentials(Optional.empty(), Optional.empty());

    assertThat(made.email()).isEqualTo("admin@stoa.local");
    assertThat(made.isNew()).isTrue();
    assertThat(kept.password()).isEqualTo(made.password());
    assertThat(kept.isNew()).isFalse();
  }

  @Test
  void takesWhatIsGiven() {
    Credentials given = credentials(Optional.of("me@example.org"), Optional.of("p=w #1"));

    assertThat(given.email()).isEqualTo("me@example.org");
    assertThat(given.password()).isEqualTo("p=w #1");
    assertThat(given.isNew()).isFalse();
  }

  @Test
  void readsBackAPasswordOfAnyCharacters() {
    credentials(Optional.empty(), Optional.of(" a=b\\c#d:e "));

    assertThat(Credentials.in(file())).map(Credentials::password).contains(" a=b\\c#d:e ");
  }

  @Test
  void writesOneLineForEach() throws IOException {
    credentials(Optional.empty(), Optional.of("secret"));

    assertThat(Files.readAllLines(file()))
        .containsExactly("email=admin@stoa.local", "password=secret");
  }

  private Credentials credentials(Optional<String> email, Optional<String> password) {
    return Credentials.keptIn(file(), email, password);
  }

  private Path file() {
    return directory.resolve("credentials");
  }
}
