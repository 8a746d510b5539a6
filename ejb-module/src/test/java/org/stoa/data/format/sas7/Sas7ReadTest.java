package org.stoa.data.format.sas7;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.FileKind;
import org.stoa.data.format.FileProblem;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SasMissing;
import org.stoa.data.format.sas7.DatasetOfTest.Variable;

class Sas7ReadTest {

  private static final int UTF8 = 20;

  @TempDir Path folder;

  @Provide
  Arbitrary<DatasetOfTest> datasets() {
    Arbitrary<Variable> variables =
        Arbitraries.oneOf(
            Arbitraries.integers().between(3, 8).map(length -> Variable.number("N", length)),
            Arbitraries.integers().between(1, 80).map(length -> Variable.text("T", length)));
    return variables
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .flatMap(
            columns ->
                Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN),
                        Arbitraries.of(RowPacking.values()),
                        row(columns).list().ofMinSize(1).ofMaxSize(300))
                    .as(
                        (wide, order, packing, rows) ->
                            new DatasetOfTest(wide, order, packing, UTF8, named(columns), rows)));
  }

  private static List<Variable> named(List<Variable> columns) {
    List<Variable> named = new ArrayList<>();
    for (Variable column : columns) {
      String name = "V" + named.size();
      named.add(new Variable(name, "", column.text(), column.length(), "", 0));
    }
    return named;
  }

  private static Arbitrary<List<Object>> row(List<Variable> columns) {
    Arbitrary<List<Object>> row = Arbitraries.create(ArrayList::new);
    for (Variable column : columns) {
      row =
          Combinators.combine(row, cell(column))
              .as(
                  (before, cell) -> {
                    List<Object> more = new ArrayList<>(before);
                    more.add(cell);
                    return more;
                  });
    }
    return row;
  }

  private static Arbitrary<Object> cell(Variable column) {
    if (column.text()) {
      return Arbitraries.strings()
          .withChars("ab 0@x")
          .ofMaxLength(column.length())
          .map(text -> text.replaceAll(" +$", ""));
    }
    long kept = -1L << (64 - 8 * column.length());
    Arbitrary<Object> number =
        Arbitraries.longs()
            .map(bits -> Double.longBitsToDouble(bits & kept))
            .map(value -> Double.isFinite(value) ? value : 0.0);
    Arbitrary<Object> missing = Arbitraries.of('.', '_', 'A', 'Z').map(SasMissing::new);
    return Arbitraries.oneOf(number, number, missing);
  }

  @Property(tries = 200)
  void givesEachCellBackOfEveryKindOfFile(@ForAll("datasets") DatasetOfTest written)
      throws IOException {
    Path file = Files.createTempFile("any", ".sas7bdat");
    Files.write(file, written.bytes());
    try (Sas7File read = Sas7File.open(file, "any", bytes -> {})) {
      assertThat(cells(read)).isEqualTo(asRead(written));
    } finally {
      Files.delete(file);
    }
  }

  /** Empty texts are missing for SAS. Numbers are compared bit by bit. */
  private static List<List<Object>> asRead(DatasetOfTest written) {
    return written.rows().stream()
        .map(row -> row.stream().map(Sas7ReadTest::shown).toList())
        .toList();
  }

  private static Object shown(Object value) {
    if (value instanceof Number number) {
      return Long.toHexString(Double.doubleToRawLongBits(number.doubleValue()));
    }
    return value == null || value.equals("") ? SasMissing.PLAIN : value;
  }

  private static List<List<Object>> cells(Sas7File file) throws IOException {
    List<List<Object>> cells = new ArrayList<>();
    try (RowCursor rows = file.open()) {
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < file.columns().size(); i++) {
          row.add(shown(rows.isMissing(i) ? rows.missing(i) : rows.value(i)));
        }
        cells.add(row);
      }
    }
    return cells;
  }

  @Test
  void tellsNamesLabelsFormatsAndTypesByTheRulesOfSas() throws IOException {
    DatasetOfTest written =
        narrow(
            62,
            List.of(
                new Variable("TERM", "Größe", true, 8, "$", 8),
                new Variable("AGE", "Age", false, 8, "", 0),
                new Variable("DAY", "", false, 5, "DATE", 9),
                new Variable("SEEN", "", false, 8, "DATETIME", 20),
                new Variable("AT", "", false, 8, "TIME", 8),
                new Variable("ODD", "", false, 8, "DATE", 9)),
            List.of(
                List.of("Zoë", 63.0, 23435.0, 2024784000.5, 3600.0, 1.5),
                List.of("", new SasMissing('A'), 0.0, 0.0, 0.0, 2.0)));

    try (Sas7File read = Sas7File.open(written.in(folder), "lb", bytes -> {})) {
      assertThat(read.name()).contains("LB");
      assertThat(read.label()).isEqualTo("Laboratory");
      assertThat(read.columns())
          .extracting(
              ColumnSpec::name,
              ColumnSpec::label,
              ColumnSpec::type,
              ColumnSpec::format,
              ColumnSpec::reasons)
          .containsExactly(
              tuple("TERM", "Größe", ColumnType.TEXT, "$8.", false),
              tuple("AGE", "Age", ColumnType.INTEGER, "", true),
              tuple("DAY", "", ColumnType.DATE, "DATE9.", false),
              tuple("SEEN", "", ColumnType.DATETIME, "DATETIME20.", false),
              tuple("AT", "", ColumnType.TIME, "TIME8.", false),
              tuple("ODD", "", ColumnType.DECIMAL, "DATE9.", false));
      try (RowCursor rows = read.open()) {
        rows.next();
        assertThat(rows.value(0)).isEqualTo("Zoë");
        assertThat(rows.value(2)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(rows.value(3)).isEqualTo(LocalDateTime.of(2024, 2, 29, 0, 0, 0, 500_000_000));
        assertThat(rows.value(4)).isEqualTo(LocalTime.of(1, 0));
      }
    }
  }

  @Test
  void keepsCharactersOfFourBytes() throws IOException {
    DatasetOfTest written =
        narrow(UTF8, List.of(Variable.text("T", 12)), List.of(List.of("a 😀 𝔘")));

    try (Sas7File read = Sas7File.open(written.in(folder), "lb", bytes -> {})) {
      assertThat(cells(read)).containsExactly(List.of("a 😀 𝔘"));
    }
  }

  @Test
  void unpacksEveryCommandOfBothPackings() {
    byte[] runs = {
      0x40,
      2,
      'a',
      0x50,
      0,
      0x60,
      1,
      0x70,
      0,
      (byte) 0x81,
      'x',
      'y',
      (byte) 0xC1,
      'z',
      (byte) 0xD0,
      (byte) 0xE2,
      (byte) 0xF1
    };
    String expected =
        "a".repeat(20)
            + "@".repeat(17)
            + " ".repeat(18)
            + "\0".repeat(17)
            + "xyzzzz@@"
            + "    "
            + "\0\0\0";
    assertThat(unpacked(RowPacking.RUNS, runs, expected.length())).isEqualTo(expected);
    byte[] ross = {
      (byte) 0b00111100, 0, 'a', 'b', 0x02, 'c', 0x10, 0, 'd', 0x31, 1, 0x2F, 0, 0, 'e'
    };
    String before = "ab" + "c".repeat(5) + "d".repeat(19);
    String short3 = before.substring(before.length() - 20, before.length() - 17);
    String more = before + short3;
    String long16 = more.substring(more.length() - 18, more.length() - 2);
    assertThat(unpacked(RowPacking.ROSS, ross, more.length() + 17)).isEqualTo(more + long16 + "e");
  }

  private static String unpacked(RowPacking packing, byte[] packed, int length) {
    byte[] row = new byte[length];
    assertThat(packing.unpack(ByteBuffer.wrap(packed), row)).isTrue();
    return new String(row, ISO_8859_1);
  }

  @Test
  void isKnownByItsFirstBytes() throws IOException {
    assertThat(FileKind.detect(small(RowPacking.NONE).in(folder), "x.csv"))
        .isEqualTo(FileKind.SAS7BDAT);
  }

  @Test
  void refusesAFileThatIsCutAnywhere() throws IOException {
    for (RowPacking packing : RowPacking.values()) {
      byte[] good = small(packing).bytes();
      Path file = folder.resolve("cut.sas7bdat");
      for (int length = 0; length < good.length; length += 97) {
        Files.write(file, Arrays.copyOf(good, length));
        assertThatThrownBy(() -> Sas7File.open(file, "cut", bytes -> {}))
            .isInstanceOf(FileProblem.class);
      }
    }
  }

  @Test
  void saysWhatIsWrongWhateverBytesAreChanged() throws IOException {
    Random random = new Random(7);
    Path file = folder.resolve("bad.sas7bdat");
    for (RowPacking packing : RowPacking.values()) {
      byte[] good = small(packing).bytes();
      for (int i = 0; i < 400; i++) {
        byte[] bad = good.clone();
        int from = i % 2 == 0 ? 0 : DatasetOfTest.HEADER;
        int room = i % 2 == 0 ? 300 : good.length - from;
        bad[from + random.nextInt(room)] = (byte) random.nextInt();
        bad[from + random.nextInt(room)] = (byte) 0xFF;
        Files.write(file, bad);
        try (Sas7File read = Sas7File.open(file, "bad", bytes -> {})) {
          assertThat(cells(read)).hasSize((int) read.rows());
        } catch (FileProblem e) {
          assertThat(e.detail()).startsWith("bad: ");
        }
      }
    }
  }

  @Test
  void refusesWhatItDoesNotKnow() throws IOException {
    byte[] encoding = small(RowPacking.NONE).bytes();
    encoding[70] = 99;
    byte[] deleted = small(RowPacking.NONE).bytes();
    deleted[DatasetOfTest.HEADER + 16] = (byte) 0x80;

    assertThatThrownBy(() -> open(encoding))
        .isInstanceOf(UnsupportedSasProblem.class)
        .hasMessageContaining("encoding number 99");
    assertThatThrownBy(() -> open(deleted))
        .isInstanceOf(UnsupportedSasProblem.class)
        .hasMessageContaining("rows that were deleted");
  }

  @Test
  void saysWhichTextIsNotOfTheEncoding() {
    byte[] bytes = small(RowPacking.NONE).bytes();
    for (int i = 0; i + 2 < bytes.length; i++) {
      if (bytes[i] == 'q' && bytes[i + 1] == 'q') {
        bytes[i] = (byte) 0xC3;
      }
    }

    assertThatThrownBy(() -> open(bytes))
        .isInstanceOf(DamagedSasProblem.class)
        .hasMessageContaining("has in T bytes that are not UTF-8");
  }

  private void open(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("one.sas7bdat"), bytes);
    Sas7File.open(file, "one", progress -> {}).close();
  }

  private static DatasetOfTest small(RowPacking packing) {
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(List.of("qqqqq " + i, i * 1.0));
    }
    return new DatasetOfTest(
        false,
        ByteOrder.LITTLE_ENDIAN,
        packing,
        UTF8,
        List.of(Variable.text("T", 30), Variable.number("N", 8)),
        rows);
  }

  private static DatasetOfTest narrow(
      int encoding, List<Variable> columns, List<List<Object>> rows) {
    return new DatasetOfTest(
        false, ByteOrder.LITTLE_ENDIAN, RowPacking.NONE, encoding, columns, rows);
  }
}
