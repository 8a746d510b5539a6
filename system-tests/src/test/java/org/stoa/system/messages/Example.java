package org.stoa.system.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the examples of the documentation as their readers do. */
final class Example {

  private static final Path FOLDER = Path.of("../docs/examples").toAbsolutePath().normalize();

  private Example() {}

  /** Runs a Java file with the broker's client of the server that is tested. */
  static void java(String file, String... arguments) throws Exception {
    Path client = client();
    String classes = client.resolve("imq.jar") + File.pathSeparator + client.resolve("jms.jar");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    run(List.of(java, "-cp", classes, FOLDER.resolve(file).toString()), arguments);
  }

  /** Runs a Python file; {@code python3} must be on the path. */
  static void python(String file, String... arguments) throws Exception {
    run(List.of("python3", FOLDER.resolve(file).toString()), arguments);
  }

  private static void run(List<String> program, String... arguments) throws Exception {
    Process process =
        new ProcessBuilder(Stream.concat(program.stream(), Stream.of(arguments)).toList())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("Sent.");
  }

  private static Path client() throws IOException {
    try (Stream<Path> versions = Files.list(Path.of("target/stoa/payara"))) {
      return versions.findFirst().orElseThrow().resolve("mq/lib").toAbsolutePath();
    }
  }
}
