package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {

  @TempDir private Path directory;

  private StateDirectory state;

  @BeforeEach
  void prepareTheDirectory() {
    state = new StateDirectory(directory.resolve("state"));
    state.prepare();
  }

  @Test
  void letsOneStackIn() {
    try (StateLock lock = StateLock.of(state)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> StateLock.of(state))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("already runs");
    }
  }

  @Test
  void letsTheNextInWhenItIsGivenBack() {
    StateLock.of(state).close();

    StateLock.of(state).close();
  }

  @Test
  void saysWhoseItIs() throws IOException {
    try (StateLock lock = StateLock.of(state)) {
      assertThat(lock).isNotNull();
      assertThat(Files.readString(state.lock()).strip())
          .isEqualTo(Long.toString(ProcessHandle.current().pid()));
    }
  }
}
