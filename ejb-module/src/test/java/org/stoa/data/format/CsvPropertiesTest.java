package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.stoa.data.ColumnType;
import org.stoa.shared.Problem;

class CsvPropertiesTest {

  private static final String ODD = "\"\n\r,;\t|é😀 A0-.'$";
  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("csv");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("t.csv"));
    Files.delete(folder);
  }

  /** How a table is written. */
  record Style(char delimiter, String lineEnding, boolean bom, boolean quoteAll) {}

  @Provide
  Arbitrary<Style> styles() {
    return Combinators.combine(
            Arbitraries.of(',', ';', '\t', '|'),
            Arbitraries.of("\n", "\r\n", "\r"),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Style::new);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> odd = Arbitraries.strings().withChars(ODD.toCharArray()).ofMaxLength(6);
    Arbitrary<String> any =
        Arbitraries.strings().excludeChars('\0').ofMaxLength(4).filter(CsvPropertiesTest::isText);
    Arbitrary<String> numbers = Arbitraries.longs().map(String::valueOf);
    Arbitrary<String> values =
        Arbitraries.oneOf(odd.filter(CsvPropertiesTest::isText), any, numbers).injectNull(0.2);
    return values.list().ofSize(3).list().ofMinSize(1).ofMaxSize(8);
  }

  private static boolean isText(String value) {
    return UTF_8.newEncoder().canEncode(value);
  }

  /** The fourth column keeps rows of missing values from looking like empty lines. */
  @Property(tries = 300)
  void givesBackEveryTable(@ForAll("tables") List<List<String>> rows, @ForAll("styles") Style style)
      throws IOException {
    StringBuilder text = new StringBuilder(style.bom() ? "\uFEFF" : "");
    text.append(record(List.of("A", "B", "C", "N"), style));
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = new ArrayList<>(rows.get(i));
      row.add(Integer.toString(i));
      text.append(record(row, style));
    }
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    CsvProfile profile = CsvScanner.scan(file, "t.csv");
    assertThat(profile.delimiter()).isEqualTo(style.delimiter());
    assertThat(profile.rows()).isEqualTo(rows.size());
    assertThat(read(file, profile)).isEqualTo(expected(rows, profile));
  }

  private static String record(List<String> values, Style style) {
    return values.stream()
            .map(value -> field(value, style))
            .collect(Collectors.joining(String.valueOf(style.delimiter())))
        + style.lineEnding();
  }

  private static String field(String value, Style style) {
    if (value == null) {
      return "";
    }
    boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> "\",;\t|\r\n".indexOf(c) >= 0);
    return plain && !style.quoteAll() ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  /** Whole numbers come back as they were written, others as the double that they are. */
  private static List<List<String>> expected(List<List<String>> rows, CsvProfile profile) {
    List<List<String>> expected = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      List<String> row = new ArrayList<>();
      for (int c = 0; c < 3; c++) {
        row.add(expected(rows.get(r).get(c), profile.specs().get(c).type()));
      }
      expected.add(row);
    }
    return expected;
  }

  private static String expected(String value, ColumnType type) {
    if (value == null || (value.isEmpty() && type != ColumnType.TEXT)) {
      return null;
    }
    return type == ColumnType.DECIMAL ? Double.toString(Double.parseDouble(value)) : value;
  }

  private static List<List<String>> read(Path file, CsvProfile profile) throws IOException {
    List<List<String>> table = new ArrayList<>();
    try (CsvReader rows = CsvReader.open(file, "t.csv", profile)) {
      while (rows.next()) {
        assertThat(rows.value(3)).isEqualTo(rows.row() - 1);
        List<String> row = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          row.add(written(rows, i));
        }
        table.add(row);
      }
    }
    return table;
  }

  private static String written(CsvReader rows, int column) {
    Object value = rows.value(column);
    return value == null ? null : value.toString();
  }

  @Property(tries = 300)
  void readsEveryNumberThatADoubleKeeps(@ForAll double value) throws IOException {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return;
    }
    Path file = Files.writeString(folder.resolve("t.csv"), "V,W\n" + value + ",x\n");
    CsvProfile profile = CsvScanner.scan(file, "t.csv");
    try (CsvReader rows = CsvReader.open(file, "t.csv", profile)) {
      assertThat(rows.next()).isTrue();
      switch (rows.columns().get(0).type()) {
        case DECIMAL ->
            assertThat(Double.doubleToRawLongBits(rows.decimal(0)))
                .isEqualTo(Double.doubleToRawLongBits(value));
        case TEXT -> assertThat(Math.abs(Math.getExponent(value))).isGreaterThan(900);
        default -> throw new AssertionError(rows.columns());
      }
    }
  }

  @Property(tries = 300)
  void readsEveryDecimalOfFifteenDigits(@ForAll long digits, @ForAll byte scale)
      throws IOException {
    BigDecimal number =
        BigDecimal.valueOf(digits % 1_000_000_000_000_000L, Math.floorMod(scale, 15));
    String text = number.toPlainString();
    Path file = Files.writeString(folder.resolve("t.csv"), "V,W\n0.5,x\n" + text + ",x\n");
    CsvProfile profile = CsvScanner.scan(file, "t.csv");
    assertThat(profile.specs().get(0).type()).isEqualTo(ColumnType.DECIMAL);
    try (CsvReader rows = CsvReader.open(file, "t.csv", profile)) {
      rows.next();
      rows.next();
      assertThat(rows.decimal(0)).isEqualTo(Double.parseDouble(text));
    }
  }

  @Property(tries = 300)
  void readsDatesAndTimes(@ForAll("moments") LocalDateTime moment) throws IOException {
    LocalDate day = moment.toLocalDate();
    String text =
        "D,T\n"
            + day
            + ","
            + day
            + "T"
            + DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS").format(moment)
            + "\n";
    Path file = Files.writeString(folder.resolve("t.csv"), text);
    CsvProfile profile = CsvScanner.scan(file, "t.csv");
    assertThat(profile.specs())
        .extracting(ColumnSpec::type)
        .containsExactly(ColumnType.DATE, ColumnType.DATETIME);
    try (CsvReader rows = CsvReader.open(file, "t.csv", profile)) {
      rows.next();
      assertThat(rows.value(0)).isEqualTo(day);
      assertThat(rows.value(1)).isEqualTo(moment);
    }
  }

  @Provide
  Arbitrary<LocalDateTime> moments() {
    long first = LocalDate.of(1, 1, 1).toEpochDay();
    long last = LocalDate.of(9999, 12, 31).toEpochDay();
    return Combinators.combine(
            Arbitraries.longs().between(first, last),
            Arbitraries.longs().between(0, 86_400_000_000L - 1))
        .as((day, micro) -> LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(micro * 1_000));
  }

  @Property(tries = 300)
  void throwsNothingButProblemsOnGarbage(@ForAll byte[] bytes) {
    assertProblemOrNothing(bytes);
  }

  @Property(tries = 300)
  void throwsNothingButProblemsOnTextThatIsAlmostCsv(@ForAll("almostCsv") String text) {
    assertProblemOrNothing(text.getBytes(UTF_8));
    assertProblemOrNothing(text.getBytes(ISO_8859_1));
  }

  @Provide
  Arbitrary<String> almostCsv() {
    return Arbitraries.strings().withChars("AB\",;\t|\n\r\0é1".toCharArray()).ofMaxLength(40);
  }

  private static void assertProblemOrNothing(byte[] bytes) {
    Throwable failure =
        catchThrowable(
            () -> {
              Path file = Files.write(folder.resolve("t.csv"), bytes);
              if (FileKind.detect(file, "t.csv") == FileKind.CSV) {
                CsvProfile profile = CsvScanner.scan(file, "t.csv");
                read(file, profile, new ArrayList<>());
              }
            });
    assertThat(failure == null || failure instanceof Problem)
        .as("%s: %s", Arrays.toString(bytes), failure)
        .isTrue();
  }

  private static void read(Path file, CsvProfile profile, List<Object> values) throws IOException {
    try (CsvReader rows = CsvReader.open(file, "t.csv", profile)) {
      while (rows.next()) {
        for (int i = 0; i < rows.columns().size(); i++) {
          values.add(rows.value(i));
        }
      }
      assertThat(rows.row()).isEqualTo(profile.rows());
    }
  }
}
