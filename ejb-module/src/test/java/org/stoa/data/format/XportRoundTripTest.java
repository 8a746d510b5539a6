package org.stoa.data.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoa.data.ColumnType;

class XportRoundTripTest {

  private static final LocalDateTime CREATED = LocalDateTime.of(2026, 1, 5, 10, 30);

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void keepsNamesLabelsTypesAndValues(XportVersion version) throws IOException {
    Path file = write(version);
    try (XportReader reader = XportReader.open(file, "dm.xpt")) {
      assertThat(reader.members()).extracting(XportMember::name).containsExactly("DM", "AE");
      XportMember dm = reader.members().get(0);
      assertThat(dm.label()).isEqualTo("Demographics");
      assertThat(dm.rows()).isEqualTo(3);
      assertThat(dm.columns())
          .extracting(ColumnSpec::name, ColumnSpec::label, ColumnSpec::type, ColumnSpec::format)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("USUBJID", "Subject", ColumnType.TEXT, ""),
              org.assertj.core.groups.Tuple.tuple("AGE", "Age (years)", ColumnType.INTEGER, ""),
              org.assertj.core.groups.Tuple.tuple("BMI", "", ColumnType.DECIMAL, ""),
              org.assertj.core.groups.Tuple.tuple("RFSTDT", "Start", ColumnType.DATE, "DATE9."),
              org.assertj.core.groups.Tuple.tuple(
                  "SEEN", "Seen", ColumnType.DATETIME, "DATETIME20."),
              org.assertj.core.groups.Tuple.tuple("AT", "At", ColumnType.TIME, "TIME8."));
      assertThat(table(reader.rows(dm)))
          .containsExactly(
              row(
                  "S-001",
                  63L,
                  22.1,
                  LocalDate.of(2024, 2, 29),
                  LocalDateTime.of(2024, 2, 29, 23, 59, 59),
                  LocalTime.of(8, 5)),
              row("Zoë 😀", null, -0.5, LocalDate.of(1959, 12, 31), null, null),
              row(null, 7L, null, null, LocalDateTime.of(1, 1, 1, 0, 0), LocalTime.MIDNIGHT));
      assertThat(table(reader.rows(reader.members().get(1)))).containsExactly(row("NAUSEA"));
    }
  }

  private Path write(XportVersion version) throws IOException {
    Path file = folder.resolve("dm.xpt");
    try (XportWriter writer = XportWriter.create(file, version, CREATED)) {
      writer.dataset(
          "DM",
          "Demographics",
          List.of(
              ColumnSpec.text("USUBJID", "Subject", 20),
              ColumnSpec.integer("AGE", "Age (years)"),
              ColumnSpec.decimal("BMI", ""),
              ColumnSpec.date("RFSTDT", "Start"),
              ColumnSpec.dateTime("SEEN", "Seen"),
              ColumnSpec.time("AT", "At")));
      writer.row(
          "S-001",
          63,
          22.1,
          LocalDate.of(2024, 2, 29),
          LocalDateTime.of(2024, 2, 29, 23, 59, 59),
          LocalTime.of(8, 5));
      writer.row("Zoë 😀", null, -0.5, LocalDate.of(1959, 12, 31), new SasMissing('C'), null);
      writer.row(null, 7, null, null, LocalDateTime.of(1, 1, 1, 0, 0), LocalTime.MIDNIGHT);
      writer.dataset("AE", "", List.of(ColumnSpec.text("AETERM", "", 6)));
      writer.row("NAUSEA");
    }
    return file;
  }

  @Test
  void keepsLongNamesLabelsTextsAndFormatsOfVersion8() throws IOException {
    Path file = folder.resolve("long.xpt");
    String label = "é".repeat(128);
    String text = "𝔘".repeat(5_000);
    ColumnSpec formatted =
        new ColumnSpec("RESULT", "x".repeat(41), ColumnType.DECIMAL, 0, "MYLONGFORMATNAME8.2");
    try (XportWriter writer = XportWriter.create(file, XportVersion.V8, CREATED)) {
      writer.dataset(
          "A_LONG_DATASET_NAME",
          "Long",
          List.of(ColumnSpec.text("A_VARIABLE_OF_32_CHARACTERS_LONG", label, 20_000), formatted));
      writer.row(text, 1.25);
    }
    try (XportReader reader = XportReader.open(file, "long.xpt")) {
      XportMember member = reader.members().get(0);
      assertThat(member.name()).isEqualTo("A_LONG_DATASET_NAME");
      assertThat(member.columns().get(0))
          .isEqualTo(ColumnSpec.text("A_VARIABLE_OF_32_CHARACTERS_LONG", label, 20_000));
      assertThat(member.columns().get(1).label()).isEqualTo("x".repeat(41));
      assertThat(member.columns().get(1).format()).isEqualTo("MYLONGFORMATNAME8.2");
      assertThat(table(reader.rows(member))).containsExactly(row(text, 1.25));
    }
  }

  @Test
  void tellsWhyANumberIsMissing() throws IOException {
    Path file = folder.resolve("missing.xpt");
    try (XportWriter writer = XportWriter.create(file, XportVersion.V5, CREATED)) {
      writer.dataset("LB", "", List.of(ColumnSpec.decimal("LBSTRESN", "")));
      for (char code : "._AZ".toCharArray()) {
        writer.row(new SasMissing(code));
      }
      writer.row(4.5);
    }
    try (XportReader reader = XportReader.open(file, "missing.xpt")) {
      XportRows rows = reader.rows(reader.members().get(0));
      StringBuilder codes = new StringBuilder();
      while (rows.next() && rows.isMissing(0)) {
        codes.append(rows.missing(0).code());
      }
      assertThat(codes).hasToString("._AZ");
      assertThat(rows.decimal(0)).isEqualTo(4.5);
    }
  }

  @Test
  void keepsNumbersThatAreNoDatesAsNumbers() throws IOException {
    Path file = folder.resolve("odd.xpt");
    try (XportWriter writer = XportWriter.create(file, XportVersion.V5, CREATED)) {
      writer.dataset("X", "", List.of(ColumnSpec.date("D", ""), ColumnSpec.time("T", "")));
      writer.row(23_000.5, 90_000);
    }
    try (XportReader reader = XportReader.open(file, "odd.xpt")) {
      assertThat(reader.members().get(0).columns())
          .extracting(ColumnSpec::type)
          .containsExactly(ColumnType.DECIMAL, ColumnType.INTEGER);
      assertThat(table(reader.rows(reader.members().get(0))))
          .containsExactly(row(23_000.5, 90_000L));
    }
  }

  @Test
  void writesTheSameBytesForTheSameInput() throws IOException {
    byte[] first = Files.readAllBytes(write(XportVersion.V8));
    assertThat(Files.readAllBytes(write(XportVersion.V8))).isEqualTo(first);
    assertThat(first.length % 80).isZero();
  }

  @Test
  void refusesWhatAVersionCannotKeep() throws IOException {
    try (XportWriter writer =
        XportWriter.create(folder.resolve("bad.xpt"), XportVersion.V5, CREATED)) {
      assertThatThrownBy(() -> writer.dataset("TOOLONGNAME", "", List.of()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(
              () -> writer.dataset("DM", "", List.of(ColumnSpec.text("A", "x".repeat(41), 1))))
          .hasMessageContaining("more than 40 bytes");
      assertThatThrownBy(() -> writer.dataset("DM", "", List.of(ColumnSpec.text("A", "", 201))))
          .hasMessageContaining("1 to 200");
      writer.dataset("DM", "", List.of(ColumnSpec.text("A", "", 3), ColumnSpec.integer("N", "")));
      assertThatThrownBy(() -> writer.row("ABCD", 1)).hasMessageContaining("has 4 bytes");
      assertThatThrownBy(() -> writer.row("A", (1L << 53) + 1)).hasMessageContaining("digits");
      assertThatThrownBy(() -> writer.row("A")).hasMessageContaining("1 values for 2 columns");
      assertThatThrownBy(() -> writer.row(1, 1)).hasMessageContaining("Not a value of A");
    }
  }

  private static List<Object> row(Object... values) {
    return java.util.Arrays.asList(values);
  }

  private static List<List<Object>> table(RowCursor rows) {
    List<List<Object>> table = new ArrayList<>();
    while (rows.next()) {
      List<Object> row = new ArrayList<>();
      for (int i = 0; i < rows.columns().size(); i++) {
        row.add(rows.value(i));
      }
      table.add(row);
    }
    return table;
  }
}
