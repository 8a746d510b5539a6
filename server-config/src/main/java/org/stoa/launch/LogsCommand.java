package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Shows the end of the server's log, one line for each record. */
final class LogsCommand {

  private static final int LINES = 200;

  private final Path log;
  private final Arguments arguments;

  LogsCommand(StateDirectory state, Arguments arguments) {
    this.log = new PayaraDomain(state.domains(1)).log();
    this.arguments = arguments;
  }

  int run() throws IOException {
    if (!Files.exists(log)) {
      throw new Refusal("There is no log yet: start Stoa with ./stoa up.");
    }
    LineReader lines = LineReader.atEndOf(log);
    last().forEach(this::print);
    while (arguments.has("follow") && isToGoOn()) {
      lines.next().forEach(this::print);
    }
    return 0;
  }

  private Deque<String> last() throws IOException {
    Deque<String> last = new ArrayDeque<>();
    try (Stream<String> all = Files.lines(log)) {
      all.forEach(
          line -> {
            last.add(line);
            if (last.size() > LINES) {
              last.remove();
            }
          });
    }
    return last;
  }

  private void print(String line) {
    System.out.println(arguments.has("raw") ? line : LogRecordLine.forPeople(line));
  }

  private static boolean isToGoOn() {
    try {
      TimeUnit.MILLISECONDS.sleep(300);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
