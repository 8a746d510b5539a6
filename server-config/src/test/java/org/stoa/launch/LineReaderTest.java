package org.stoa.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {

  @TempDir private Path directory;

  @Test
  void readsOnlyWhatIsAppended() throws IOException {
    append("before\n");
    LineReader reader = LineReader.atEndOf(file());
    append("one\ntwo – zwei\n");

    assertThat(reader.next()).containsExactly("one", "two – zwei");
    assertThat(reader.next()).isEmpty();
  }

  @Test
  void waitsForTheEndOfALine() throws IOException {
    LineReader reader = LineReader.atEndOf(file());
    append("half");
    assertThat(reader.next()).isEmpty();

    append(" and half\n");
    assertThat(reader.next()).containsExactly("half and half");
  }

  @Test
  void startsAgainWhenTheFileWasRotated() throws IOException {
    append("a long line before the rotation\n");
    LineReader reader = LineReader.atEndOf(file());
    Files.writeString(file(), "new\n");

    assertThat(reader.next()).containsExactly("new");
  }

  private void append(String text) throws IOException {
    Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private Path file() {
    return directory.resolve("log");
  }
}
