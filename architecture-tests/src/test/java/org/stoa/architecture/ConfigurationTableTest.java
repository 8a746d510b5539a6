package org.stoa.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings names what the code reads, and nothing else. */
class ConfigurationTableTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
  private static final List<String> MODULES = List.of("ejb-module", "jobs-module", "web-module");

  /** A setting that is read in Java. */
  private static final Pattern READ =
      Pattern.compile(
          "\\b(?:required|optional|number|getValue|getOptionalValue)\\(\\s*\"(stoa\\.[a-z.]+)\"");

  /** A setting that the server's configuration reads. */
  private static final Pattern TOKEN = Pattern.compile("\\$\\{ENV=(STOA_[A-Z_]+)}");

  /** A setting that the launcher hands to the server. */
  private static final Pattern HANDED = Pattern.compile("put\\(\\s*\"(STOA_[A-Z_]+)\"");

  /** A row of the table. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(STOA_[A-Z_]+)` \\|");

  @Test
  void theTableNamesEverySettingThatIsRead() throws IOException {
    Set<String> documented = all(ROW, Stream.of(ROOT.resolve("docs/configuration.md")));
    assertThat(documented).containsExactlyInAnyOrderElementsOf(read());
  }

  private static Set<String> read() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String module : MODULES) {
      names.addAll(inTree(READ, ROOT.resolve(module).resolve("src/main/java")));
    }
    names.addAll(inTree(TOKEN, ROOT.resolve("server-config/src/main/asadmin")));
    names.addAll(inTree(HANDED, ROOT.resolve("server-config/src/main/java")));
    return names;
  }

  private static Set<String> inTree(Pattern pattern, Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      return all(pattern, files.filter(Files::isRegularFile));
    }
  }

  private static Set<String> all(Pattern pattern, Stream<Path> files) {
    return files
        .map(ConfigurationTableTest::text)
        .flatMap(text -> pattern.matcher(text).results().map(found -> found.group(1)))
        .map(name -> name.toUpperCase(Locale.ROOT).replace('.', '_'))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
