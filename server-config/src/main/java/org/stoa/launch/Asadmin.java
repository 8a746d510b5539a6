package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Payara's administration client.
 *
 * @param passwordFile holds the passwords in the client's own format
 * @param environment what the client may resolve tokens from
 */
record Asadmin(
    Jdk jdk, PayaraInstallation installation, Path passwordFile, Map<String, String> environment) {

  private static final String FAILURE = "remote failure:";

  /** Runs a command and returns what it printed. */
  String run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                jdk.java(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                installation.administrationClient().toString(),
                "--interactive=false",
                "--user",
                "admin",
                "--passwordfile",
                passwordFile.toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("AS_JAVA", jdk.home().toString());
    builder.environment().put("TERM", "dumb");
    builder.environment().putAll(environment);
    Path file = Files.createTempFile("asadmin", ".out");
    try {
      int status = run(builder.redirectOutput(file.toFile()));
      String output = Files.readString(file);
      if (status != 0 || hasFailed(output)) {
        throw new IOException(complaint(output));
      }
      return output;
    } finally {
      Files.delete(file);
    }
  }

  /** Runs a client to its end; it ends as well when the thread is interrupted. */
  private static int run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process client = builder.start();
    try {
      client.getOutputStream().close();
      return client.waitFor();
    } finally {
      client.destroy();
    }
  }

  private static boolean hasFailed(String output) {
    return output.lines().anyMatch(line -> line.matches("Command \\S+ failed\\."));
  }

  private static String complaint(String output) {
    String complaints =
        output
            .lines()
            .filter(line -> line.startsWith(FAILURE))
            .map(line -> line.substring(FAILURE.length()).strip())
            .map(line -> line.replace(" Please see server.log for more details.", ""))
            .distinct()
            .collect(Collectors.joining(" "));
    return complaints.isEmpty() ? output.strip() : complaints;
  }
}
