package org.stoa.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Writes the map of the house. Where nobody can commit it (CI), it must be the one checked in. */
class RoomsMapTest {

  private static final Path ROOT =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
  private static final Pattern JAVADOC = Pattern.compile("/\\*\\*(.*?)\\*/", Pattern.DOTALL);

  @Test
  void theMapShowsTheHouseAsItIs() throws IOException {
    String drawn = new RoomsMap(House.ofStoa(), RoomsMapTest::about).draw();
    Path map = ROOT.resolve("docs/rooms.md");
    String checkedIn = Files.exists(map) ? Files.readString(map) : "";
    if (!drawn.equals(checkedIn)) {
      Files.createDirectories(map.getParent());
      Files.writeString(map, drawn);
    }
    if (System.getenv("CI") != null) {
      assertThat(drawn)
          .as("docs/rooms.md as checked in; run the build and commit it")
          .isEqualTo(checkedIn);
    }
    assertThat(drawn).contains("| 0 | [shared](#shared) | – |");
  }

  /** The paragraph of the room's package-info, with its inline tags as Markdown. */
  private static String about(HouseRoom room) {
    Path source =
        ROOT.resolve("ejb-module/src/main/java")
            .resolve(room.root().replace('.', '/'))
            .resolve("package-info.java");
    Matcher javadoc = JAVADOC.matcher(read(source));
    assertThat(javadoc.find()).as("a paragraph in " + source).isTrue();
    return javadoc
        .group(1)
        .replaceAll("(?m)^\\s*\\* ?", "")
        .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`")
        .replaceAll("</?p>", "\n")
        .strip();
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
