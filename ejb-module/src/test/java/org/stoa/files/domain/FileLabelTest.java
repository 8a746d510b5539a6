package org.stoa.files.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FileLabelTest {

  @Test
  void keepsOnlyTheLastPartOfAPath() {
    assertThat(FileLabel.of("../../etc/passwd")).isEqualTo("passwd");
    assertThat(FileLabel.of("C:\\data\\ae.csv")).isEqualTo("ae.csv");
    assertThat(FileLabel.of("  zoë 😀.csv ")).isEqualTo("zoë 😀.csv");
  }

  @Test
  void namesWhatHasNoName() {
    assertThat(FileLabel.of(null)).isEqualTo("unnamed");
    assertThat(FileLabel.of("")).isEqualTo("unnamed");
    assertThat(FileLabel.of("a/..")).isEqualTo("unnamed");
    assertThat(FileLabel.of("\u202E\u0000")).isEqualTo("unnamed");
  }

  @Test
  void leavesOutWhatCannotBeSeen() {
    assertThat(FileLabel.of("a\u202Evsc.exe\r\n\u0007")).isEqualTo("avsc.exe");
  }

  @Test
  void shortensButKeepsTheSuffix() {
    assertThat(FileLabel.of("😀".repeat(300) + ".csv")).endsWith("😀….csv");
  }

  @Property
  void isAlwaysShortVisibleAndAtHome(@ForAll String name) {
    String label = FileLabel.of(name);
    assertThat(label.codePointCount(0, label.length())).isBetween(1, FileLabel.MAX_LENGTH);
    assertThat(label).doesNotContain("/", "\\", "\0", "\n");
    assertThat(FileLabel.of(label)).isEqualTo(label);
  }
}
