package org.stoa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Watches how much of the heap of another process is left after each collection, by its own log.
 */
final class HeapWatch {

  private static final Pattern LEFT = Pattern.compile("\\d+M->(\\d+)M\\(");

  private final long process;
  private final Path log;
  private int linesBefore;

  private HeapWatch(long process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Has the process log its collections into a file from now on. */
  static HeapWatch of(long process, Path log) throws IOException, InterruptedException {
    Files.deleteIfExists(log);
    HeapWatch watch = new HeapWatch(process, log);
    watch.tell("VM.log", "output=" + log, "what=gc=info", "decorators=uptime");
    return watch;
  }

  /** Collects what can be collected; how many MiB are used then. Counting begins anew. */
  long begin() throws IOException, InterruptedException {
    tell("GC.run");
    String[] lines = lines();
    linesBefore = lines.length;
    return left(lines[lines.length - 1]);
  }

  /** The most MiB that a collection has left since {@link #begin()}; 0 when there was none. */
  long most() throws IOException {
    String[] lines = lines();
    long most = 0;
    for (int i = linesBefore; i < lines.length; i++) {
      most = Math.max(most, left(lines[i]));
    }
    return most;
  }

  private String[] lines() throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> LEFT.matcher(line).find())
        .toArray(String[]::new);
  }

  private static long left(String line) {
    Matcher matcher = LEFT.matcher(line);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  private void tell(String... command) throws IOException, InterruptedException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    ProcessBuilder builder = new ProcessBuilder(jcmd, Long.toString(process));
    builder.command().addAll(List.of(command));
    int end =
        builder
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (end != 0) {
      throw new IOException(builder.command() + " ended with " + end);
    }
  }
}
