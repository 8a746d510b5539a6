package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes known by a file with their id and by a part of their command line. */
final class Processes {

  /** What the system says of a program that somebody has open for writing. */
  private static final String BUSY = "error=26,";

  private static final Duration BUSY_PATIENCE = Duration.ofSeconds(5);

  private Processes() {}

  /**
   * Starts a program that was written just now. A process that another thread starts at the same
   * moment holds the file open for the blink of an eye, and the system refuses to run it so long.
   */
  static Process startWritten(ProcessBuilder builder) throws IOException {
    long end = System.nanoTime() + BUSY_PATIENCE.toNanos();
    while (true) {
      try {
        return builder.start();
      } catch (IOException e) {
        if (!e.getMessage().contains(BUSY) || System.nanoTime() > end) {
          throw e;
        }
        Thread.onSpinWait();
      }
    }
  }

  static void remember(Path file, ProcessHandle process) {
    StateDirectory.writePrivately(file, process.pid() + "\n");
  }

  /**
   * The living process whose id is on the first line of the file, if its command line contains the
   * mark: an id may meanwhile belong to somebody else.
   */
  static Optional<ProcessHandle> remembered(Path file, String mark) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      String first = Files.readString(file).lines().findFirst().orElse("").strip();
      return first.matches("\\d{1,10}")
          ? ProcessHandle.of(Long.parseLong(first)).filter(process -> isMarked(process, mark))
          : Optional.empty();
    } catch (IOException e) {
      throw new Refusal("Cannot read " + file + ": give this user the file.", e);
    }
  }

  private static boolean isMarked(ProcessHandle process, String mark) {
    return process.isAlive()
        && process.info().commandLine().filter(line -> line.contains(mark)).isPresent();
  }

  /** Asks a process to end, waits, and ends it if it does not. */
  static void stop(ProcessHandle process, Duration patience) {
    process.destroy();
    if (!waitFor(process, patience)) {
      process.destroyForcibly();
      waitFor(process, Duration.ofSeconds(10));
    }
  }

  /** Sends a signal by name, which Java itself cannot. */
  static void signal(ProcessHandle process, String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new Refusal("Cannot signal process " + process.pid() + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for the end of a process, also when the thread is interrupted meanwhile: who stops the
   * stack must not leave it half stopped.
   *
   * @return false if the process still lives
   */
  static boolean waitFor(ProcessHandle process, Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    boolean interrupted = false;
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        process.onExit().get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (TimeoutException | ExecutionException e) {
        break;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !process.isAlive();
  }
}
