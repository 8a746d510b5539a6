package org.stoa.data.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.stoa.data.RowRequest;
import org.stoa.data.analytics.VersionReader.NumberedRow;
import org.stoa.data.format.CsvProfile;
import org.stoa.data.format.CsvReader;
import org.stoa.data.format.CsvScanner;
import org.stoa.data.query.Column;
import org.stoa.data.query.Schema;

/** The engine's own reader of CSV, called directly, gives what ours gives, value by value. */
class ParquetWriterTest {

  private static Path directory;
  private static Analytics analytics;

  @BeforeContainer
  static void anEngine() throws IOException {
    directory = Files.createTempDirectory("parquet");
    analytics = TestEngine.over(directory);
  }

  @AfterContainer
  static void remove() throws IOException {
    try (var all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  /**
   * A table as text.
   *
   * @param rows records without their ends
   * @param delimiter between fields
   * @param end of each record
   * @param bom whether a byte order mark comes first
   */
  record Csv(List<List<String>> rows, String delimiter, String end, boolean bom) {

    String text() {
      StringBuilder text = new StringBuilder(bom ? "\uFEFF" : "");
      text.append(String.join(delimiter, "T", "N", "F", "D", "M", "B")).append(end);
      rows.forEach(row -> text.append(String.join(delimiter, row)).append(end));
      return text.toString();
    }
  }

  @Property(tries = 60)
  void readsAsOurReaderDoes(@ForAll("tables") Csv csv) throws IOException {
    assertBothAgree(csv.text());
  }

  @Example
  void readsAwkwardTextsAsOurReaderDoes() throws IOException {
    assertBothAgree(
        """
        A;"a column; with 'quotes' and ""quotes""\";C
        "line
        break";"x;y";1.5
        NULL;\\N;-0.25
        " padded ";"";.5
        "'; DROP TABLE t";$$;1e-7
        """);
  }

  private static void assertBothAgree(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("table.csv"), text);
    CsvProfile profile = CsvScanner.scan(file, "table.csv");
    assertThat(ParquetWriter.canWriteCsv(profile)).isTrue();
    ParquetWriter writer = new ParquetWriter(analytics);
    Path fast = directory.resolve("fast.parquet");
    Path slow = directory.resolve("slow.parquet");

    assertThat(writer.writeCsv(file, profile, fast)).isEqualTo(profile.rows());
    try (CsvReader rows = CsvReader.open(file, "table.csv", profile)) {
      assertThat(writer.write(rows, slow, done -> {})).isEqualTo(profile.rows());
    }

    assertThat(rows(fast, profile)).isEqualTo(rows(slow, profile));
  }

  private static List<NumberedRow> rows(Path parquet, CsvProfile profile) {
    Schema schema =
        new Schema(profile.specs().stream().map(s -> new Column(s.name(), s.type())).toList());
    return new VersionReader(analytics)
        .rows(parquet, schema, RowRequest.first(200), RowCursor.first(1, false));
  }

  @Provide
  Arbitrary<Csv> tables() {
    Arbitrary<List<List<String>>> rows = row().list().ofMinSize(1).ofMaxSize(40);
    Arbitrary<String> delimiters = Arbitraries.of(",", ";", "\t", "|");
    Arbitrary<String> ends = Arbitraries.of("\n", "\r\n");
    return Combinators.combine(rows, delimiters, ends, Arbitraries.of(true, false)).as(Csv::new);
  }

  private static Arbitrary<List<String>> row() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars("aZ09 ,;|\t\"'\\é😀\n".toCharArray())
            .withChars('\u00a0')
            .ofMaxLength(12)
            .filter(ParquetWriterTest::isWellFormed)
            .map(t -> t.isEmpty() ? t : "\"" + t.replace("\"", "\"\"") + "\"");
    Arbitrary<String> number = orMissing(Arbitraries.longs().map(String::valueOf));
    Arbitrary<String> fraction =
        orMissing(Arbitraries.doubles().between(-1e9, 1e9).ofScale(6).map(String::valueOf));
    Arbitrary<String> day =
        Arbitraries.integers().between(1, 28).map(d -> "2024-02-%02d".formatted(d));
    Arbitrary<String> moment =
        Combinators.combine(day, Arbitraries.of("T08:30:00", " 23:59:59.123456"))
            .as((d, t) -> d + t);
    Arbitrary<String> truth = orMissing(Arbitraries.of("true", "false"));
    return Combinators.combine(text, number, fraction, orMissing(day), orMissing(moment), truth)
        .as(List::of);
  }

  /** A pair of surrogates must stay together. */
  private static boolean isWellFormed(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
  }

  private static Arbitrary<String> orMissing(Arbitrary<String> values) {
    return Arbitraries.frequencyOf(Tuple.of(5, values), Tuple.of(1, Arbitraries.just("")));
  }
}
