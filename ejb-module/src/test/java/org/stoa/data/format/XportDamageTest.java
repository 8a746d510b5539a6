package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoa.shared.Problem;

class XportDamageTest {

  private static final LocalDateTime CREATED = LocalDateTime.of(2026, 1, 5, 10, 30);
  private static final int ROWS = 7;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("ae.xpt");
  }

  /** A row has 70 bytes, so that no record ends where a row does, except the last. */
  private byte[] library(XportVersion version) throws IOException {
    try (XportWriter writer = XportWriter.create(file, version, CREATED)) {
      writer.dataset(
          "AE",
          "Adverse events",
          List.of(ColumnSpec.text("AETERM", "", 62), ColumnSpec.decimal("AESEQ", "")));
      for (int i = 1; i <= ROWS; i++) {
        writer.row("Term " + i, i + 0.5);
      }
    }
    return Files.readAllBytes(file);
  }

  @ParameterizedTest
  @EnumSource
  void refusesAFileThatIsCutAnywhere(XportVersion version) throws IOException {
    byte[] whole = library(version);
    for (int length = 0; length < whole.length; length++) {
      Throwable failure = open(Arrays.copyOf(whole, length));
      if (isAtARow(version, whole.length, length)) {
        continue;
      }
      assertThat(failure).as("cut after %d bytes", length).isInstanceOf(Problem.class);
    }
    assertThat(open(whole)).isNull();
  }

  /**
   * Version 5 does not count its rows: cut at the end of a record with nothing but blanks behind
   * the last row, a file is whole. Here only its last record is such a place.
   */
  private static boolean isAtARow(XportVersion version, int whole, int length) {
    int data = ROWS * 70;
    int dataStart = whole - (data + 79) / 80 * 80;
    int rest = length < dataStart ? -1 : (length - dataStart) % 70;
    return version == XportVersion.V5 && length > dataStart && length % 80 == 0 && rest == 0;
  }

  @ParameterizedTest
  @EnumSource
  void throwsNothingButProblemsWhateverByteIsChanged(XportVersion version) throws IOException {
    byte[] whole = library(version);
    Random random = new Random(11);
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] = (byte) random.nextInt(256);
      Throwable failure = open(changed);
      assertThat(failure == null || failure instanceof Problem)
          .as("byte %d changed: %s", i, failure)
          .isTrue();
    }
  }

  @Test
  void saysThatAFileClaimsMoreRowsThanItHas() throws IOException {
    byte[] bytes = library(XportVersion.V8);
    replace(bytes, "              7 ", "            700 ");
    DamagedXportProblem problem = refuse(bytes, DamagedXportProblem.class);
    assertThat(problem.detail()).contains("AE claims 700 rows", "room for 8");
    assertThat(problem.members()).containsEntry("file", "ae.xpt").containsKey("position");
  }

  @Test
  void saysThatAFileHasMoreRowsThanItClaims() throws IOException {
    byte[] bytes = library(XportVersion.V8);
    replace(bytes, "              7 ", "              2 ");
    assertThat(refuse(bytes, DamagedXportProblem.class).detail()).contains("AE");
  }

  @Test
  void countsTheRowsWhenVersion8DoesNotClaimAny() throws IOException {
    byte[] bytes = library(XportVersion.V8);
    replace(bytes, "              7 ", "000000000000000 ");
    assertThat(open(bytes)).isNull();
    try (XportReader reader = XportReader.open(file, "ae.xpt")) {
      assertThat(reader.members().get(0).rows()).isEqualTo(ROWS);
    }
  }

  @Test
  void doesNotCountBlankRowsThatMayBePadding() throws IOException {
    try (XportWriter writer = XportWriter.create(file, XportVersion.V5, CREATED)) {
      writer.dataset("X", "", List.of(ColumnSpec.text("C", "", 8)));
      for (int i = 0; i < 12; i++) {
        writer.row(i == 4 ? null : "value");
      }
    }
    try (XportReader reader = XportReader.open(file, "x.xpt")) {
      assertThat(reader.members().get(0).rows()).isEqualTo(12);
    }
  }

  @Test
  void saysThatAMemberHasNoRows() throws IOException {
    try (XportWriter writer = XportWriter.create(file, XportVersion.V5, CREATED)) {
      writer.dataset("EMPTY", "", List.of(ColumnSpec.text("C", "", 8)));
    }
    assertThat(refuse(Files.readAllBytes(file), NoRowsProblem.class).members())
        .containsEntry("dataset", "EMPTY");
  }

  @Test
  void saysWhichValueIsNotUtf8() throws IOException {
    byte[] bytes = library(XportVersion.V5);
    replace(bytes, "Term 5", "T\u00e9rm 5");
    NotUtf8Problem problem = refuse(bytes, NotUtf8Problem.class);
    assertThat(problem.members())
        .containsEntry("dataset", "AE")
        .containsEntry("row", 5L)
        .containsEntry("variable", "AETERM")
        .containsEntry("byte", "0xE9");
    assertThat(problem.detail()).contains("row 5 of AE has in AETERM the byte 0xE9");
  }

  @Test
  void saysThatAFileIsSomethingElse() {
    assertThat(refuse("A,B\n1,2\n".getBytes(US_ASCII), UnsupportedFileProblem.class).status())
        .isEqualTo(415);
  }

  private static void replace(byte[] bytes, String old, String with) {
    String text = new String(bytes, ISO_8859_1);
    int at = text.lastIndexOf(old);
    assertThat(at).isPositive();
    byte[] replacement = with.getBytes(ISO_8859_1);
    System.arraycopy(replacement, 0, bytes, at, replacement.length);
  }

  private <T extends Problem> T refuse(byte[] bytes, Class<T> type) {
    T problem = catchThrowableOfType(type, () -> read(bytes));
    assertThat(problem).as("a problem of %s", type).isNotNull();
    return problem;
  }

  private Throwable open(byte[] bytes) {
    return catchThrowable(() -> read(bytes));
  }

  private void read(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try (XportReader reader = XportReader.open(file, "ae.xpt")) {
      for (XportMember member : reader.members()) {
        XportRows rows = reader.rows(member);
        while (rows.next()) {
          for (int i = 0; i < rows.columns().size(); i++) {
            rows.value(i);
          }
        }
      }
    }
  }
}
