package org.stoa.data.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.ColumnType;
import org.stoa.data.CsvStyle;
import org.stoa.data.format.CsvProfile;
import org.stoa.data.format.CsvScanner;
import org.stoa.data.query.Column;
import org.stoa.data.query.Schema;

class CsvExportTest {

  @TempDir private Path directory;

  @Test
  void whatIsWrittenIsLoadedWithTheSameTypesAndValues() throws IOException {
    Events events = Events.in(directory);
    byte[] first = written(events.parquet(), Events.SCHEMA, events.rows().size(), CsvStyle.EXACT);
    Path csv = Files.write(directory.resolve("again.csv"), first);

    CsvProfile profile = CsvScanner.scan(csv, "again.csv");
    Schema loaded = asCsvHasIt(Events.SCHEMA);
    assertThat(profile.specs())
        .extracting(spec -> new Column(spec.name(), spec.type()))
        .isEqualTo(loaded.columns());
    Path again = directory.resolve("again.parquet");
    new ParquetWriter(TestEngine.over(directory)).writeCsv(csv, profile, again);

    assertThat(written(again, loaded, events.rows().size(), CsvStyle.EXACT)).isEqualTo(first);
  }

  @Test
  void allRowsComeInTheirOrderHoweverManySlicesTheyTake() throws IOException {
    int count = 120_001;
    Schema schema = new Schema(List.of(new Column("N", ColumnType.INTEGER)));
    Path parquet = directory.resolve("numbers.parquet");
    numbers(parquet, count);

    List<String> lines =
        new String(written(parquet, schema, count, CsvStyle.EXACT), StandardCharsets.UTF_8)
            .lines()
            .toList();

    assertThat(lines.get(0)).isEqualTo("N");
    assertThat(lines.subList(1, lines.size()))
        .isEqualTo(IntStream.range(0, count).mapToObj(Integer::toString).toList());
  }

  @Test
  void longTextsDoNotPileUpInMemory() throws IOException {
    Schema schema = new Schema(List.of(new Column("T", ColumnType.TEXT)));
    Path parquet = directory.resolve("long.parquet");
    TestEngine.over(directory)
        .call(
            connection -> {
              try (var copy = connection.createStatement()) {
                return copy.execute(
                    "COPY (SELECT repeat('x', 1000000) AS \"T\" FROM range(12)) TO '"
                        + parquet
                        + "' (FORMAT parquet)");
              }
            });
    Pieces pieces = new Pieces();

    export().write(parquet, schema, 12, CsvStyle.EXACT, pieces);

    assertThat(pieces.size()).isEqualTo("T\r\n".length() + 12 * 1_000_002);
    assertThat(pieces.largest).isLessThan(6_000_000);
  }

  @Test
  void spreadsheetsGetTheMarkOfUtf8() throws IOException {
    Events events = Events.in(directory);
    int rows = events.rows().size();

    assertThat(new String(csv(events, rows), StandardCharsets.UTF_8)).startsWith("\uFEFFUSUBJID,");
  }

  @Test
  void fewerRowsThanThereShouldBeAreAFailureAndNotAShortFile() {
    Events events = Events.in(directory);

    assertThatThrownBy(() -> csv(events, events.rows().size() + 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("400 of 401 rows");
  }

  /** Times of day stay text when they come from CSV. */
  private static Schema asCsvHasIt(Schema schema) {
    return new Schema(
        schema.columns().stream()
            .map(
                column ->
                    column.type() == ColumnType.TIME
                        ? new Column(column.name(), ColumnType.TEXT)
                        : column)
            .toList());
  }

  private byte[] csv(Events events, int rows) throws IOException {
    return written(events.parquet(), Events.SCHEMA, rows, CsvStyle.SPREADSHEET);
  }

  private byte[] written(Path parquet, Schema schema, int rows, CsvStyle style) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    export().write(parquet, schema, rows, style, out);
    return out.toByteArray();
  }

  private CsvExport export() {
    return new CsvExport(new VersionReader(TestEngine.over(directory)));
  }

  private void numbers(Path parquet, int count) {
    TestEngine.over(directory)
        .call(
            connection -> {
              try (var copy = connection.createStatement()) {
                return copy.execute(
                    "COPY (SELECT range AS \"N\" FROM range("
                        + count
                        + ")) TO '"
                        + parquet
                        + "' (FORMAT parquet)");
              }
            });
  }

  /** Remembers the largest piece that was written at once. */
  private static final class Pieces extends ByteArrayOutputStream {

    private int largest;

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      largest = Math.max(largest, length);
      super.write(bytes, offset, length);
    }
  }
}
