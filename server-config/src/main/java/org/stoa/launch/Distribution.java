package org.stoa.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Stoa is started from: files of the Maven repository and of this build.
 *
 * @param project the top directory of the project
 * @param files everything that the build named as needed at run time
 */
public record Distribution(Path project, List<Path> files) {

  private static final Pattern PAYARA = Pattern.compile("payara-(.+)\\.zip");

  public Distribution {
    files = List.copyOf(files);
  }

  /** What the build of this project made: {@code server-config/target/launcher.classpath}. */
  public static Distribution of(Path project) {
    Path list = project.resolve("server-config/target/launcher.classpath");
    try {
      return new Distribution(
          project.toAbsolutePath().normalize(),
          Arrays.stream(Files.readString(list).strip().split(File.pathSeparator))
              .map(Path::of)
              .toList());
    } catch (IOException e) {
      throw new Refusal("Cannot read " + list + ": build with ./mvnw package.", e);
    }
  }

  /** The project around the working directory: the nearest directory with the launcher's build. */
  public static Distribution around(Path directory) {
    for (Path at = directory.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("server-config/target/launcher.classpath"))) {
        return of(at);
      }
    }
    throw new Refusal("No built project around " + directory + ": build with ./mvnw package.");
  }

  /** The application as it was built. */
  public Path ear() {
    return project.resolve("ear/target/stoa.ear");
  }

  Path payaraZip() {
    return file(PAYARA);
  }

  String payaraVersion() {
    Matcher name = PAYARA.matcher(payaraZip().getFileName().toString());
    return name.matches() ? name.group(1) : "";
  }

  /** The database drivers, which belong into the domain and not into the application. */
  List<Path> drivers() {
    return List.of(
        file(Pattern.compile("postgresql-.+\\.jar")),
        file(Pattern.compile("duckdb_jdbc-.+\\.jar")));
  }

  private Path file(Pattern name) {
    return files.stream()
        .filter(file -> name.matcher(file.getFileName().toString()).matches())
        .findFirst()
        .filter(Files::exists)
        .orElseThrow(
            () ->
                new Refusal(
                    "The Maven repository has no " + name + ": build with ./mvnw package."));
  }

  String classPath() {
    return files.stream()
        .filter(file -> file.toString().endsWith(".jar"))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
