package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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
  void startsAProgramOnceNobodyHasItOpenForWriting() throws Exception {
    Path program = Files.copy(Path.of("/bin/sh"), directory.resolve("program"));
    ProcessBuilder builder = new ProcessBuilder(program.toString(), "-c", "exit 7");
    CompletableFuture<Process> started;
    try (FileChannel writer = FileChannel.open(program, StandardOpenOption.APPEND)) {
      assertThatThrownBy(builder::start).isInstanceOf(IOException.class);
      started = CompletableFuture.supplyAsync(() -> start(builder));
      assertThat(started).isNotCompletedExceptionally();
      assertThat(writer.isOpen()).isTrue();
    }
    assertThat(started.get().waitFor()).isEqualTo(7);
  }

  @Test
  void saysAtOnceThatThereIsNoSuchProgram() {
    ProcessBuilder builder = new ProcessBuilder(directory.resolve("absent").toString());
    assertThatThrownBy(() -> Processes.startWritten(builder)).hasMessageContaining("absent");
  }

  private static Process start(ProcessBuilder builder) {
    try {
      return Processes.startWritten(builder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
