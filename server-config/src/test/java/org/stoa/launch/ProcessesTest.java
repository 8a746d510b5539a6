package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

  @TempDir private Path directory;

  private Process sleeper;

  @BeforeEach
  void startAProcess() throws IOException {
    sleeper = new ProcessBuilder("sleep", "98765").start();
    Processes.remember(file(), sleeper.toHandle());
  }

  @AfterEach
  void endIt() {
    sleeper.destroyForcibly();
  }

  @Test
  void recognisesAProcessByIdAndCommandLine() {
    assertThat(Processes.remembered(file(), "98765")).contains(sleeper.toHandle());
  }

  @Test
  void takesNoOtherProgramWithTheSameIdForIt() {
    assertThat(Processes.remembered(file(), "/state/of/stoa")).isEmpty();
  }

  @Test
  void forgetsAProcessThatEnded() {
    Processes.stop(sleeper.toHandle(), Duration.ofSeconds(10));

    assertThat(Processes.remembered(file(), "98765")).isEmpty();
  }

  @Test
  void readsTheFirstLineOnlyAsPostgresWritesMore() throws IOException {
    Files.writeString(file(), sleeper.pid() + "\n/data\n1795363049\n");

    assertThat(Processes.remembered(file(), "98765")).contains(sleeper.toHandle());
  }

  @Test
  void takesAFileWithoutANumberForNoProcess() throws IOException {
    Files.writeString(file(), "");

    assertThat(Processes.remembered(file(), "98765")).isEmpty();
  }

  @Test
  void sendsASignalByName() {
    Processes.signal(sleeper.toHandle(), "KILL");

    assertThat(Processes.waitFor(sleeper.toHandle(), Duration.ofSeconds(10))).isTrue();
  }

  private Path file() {
    return directory.resolve("pid");
  }
}
