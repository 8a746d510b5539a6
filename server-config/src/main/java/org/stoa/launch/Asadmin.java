package org.stoa.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
    Process client = builder.start();
    client.getOutputStream().close();
    String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (client.waitFor() != 0 || hasFailed(output)) {
      throw new IOException(complaint(output));
    }
    return output;
  }

  private static boolean hasFailed(String output) {
    return output.lines().anyMatch(line -> line.matches("Command \\S+ failed\\."));
  }

  private static String complaint(String output) {
    String complaints =
        output
            .lines()
            .filter(line -> line.startsWith("remote failure:"))
            .distinct()
            .collect(Collectors.joining(" "));
    return complaints.isEmpty() ? output.strip() : complaints;
  }
}
