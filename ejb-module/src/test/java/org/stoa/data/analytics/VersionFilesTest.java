package org.stoa.data.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stoa.data.ColumnType;
import org.stoa.data.ExportFormat;
import org.stoa.data.format.Cells;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.CsvProfile;
import org.stoa.data.format.CsvScanner;
import org.stoa.data.format.TableHead;
import org.stoa.data.format.json.JsonFile;
import org.stoa.data.query.Column;
import org.stoa.data.query.Schema;

class VersionFilesTest {

  @TempDir private Path directory;

  @Test
  void whatIsWrittenIsLoadedWithTheSameTypesAndValues() throws IOException {
    Events events = Events.in(directory);
    byte[] first = written(events.parquet(), Events.SCHEMA, events.rows().size(), ExportFormat.CSV);
    Path csv = Files.write(directory.resolve("again.csv"), first);

    CsvProfile profile = CsvScanner.scan(csv, "again.csv");
    Schema loaded = asCsvHasIt(Events.SCHEMA);
    assertThat(profile.specs())
        .extracting(spec -> new Column(spec.name(), spec.type()))
        .isEqualTo(loaded.columns());
    Path again = directory.resolve("again.parquet");
    new ParquetWriter(TestEngine.over(directory)).writeCsv(csv, profile, again);

    assertThat(written(again, loaded, events.rows().size(), ExportFormat.CSV)).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(names = {"DATASET_JSON", "DATASET_NDJSON", "DSJC"})
  void datasetJsonIsReadWithTheSameTypesAndValues(ExportFormat format) throws IOException {
    Events events = Events.in(directory);
    int rows = events.rows().size();
    Path file =
        Files.write(
            directory.resolve("again"), written(events.parquet(), Events.SCHEMA, rows, format));

    JsonFile again =
        format == ExportFormat.DSJC
            ? JsonFile.openCompressed(file, "again", Long.MAX_VALUE, bytes -> {})
            : JsonFile.open(file, "again", bytes -> {});

    List<ColumnSpec> columns = specs(Events.SCHEMA);
    assertThat(again.columns())
        .extracting(spec -> new Column(spec.name(), spec.type()))
        .isEqualTo(Events.SCHEMA.columns());
    Analytics analytics = TestEngine.over(directory);
    assertThat(Cells.of(again))
        .isEqualTo(Cells.of(new VersionRows(analytics, events.parquet(), columns, rows)));
  }

  @Test
  void allRowsComeInTheirOrderHoweverManySlicesTheyTake() throws IOException {
    int count = 120_001;
    Schema schema = new Schema(List.of(new Column("N", ColumnType.INTEGER)));
    Path parquet = directory.resolve("numbers.parquet");
    numbers(parquet, count);

    List<String> lines =
        new String(written(parquet, schema, count, ExportFormat.CSV), StandardCharsets.UTF_8)
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

    write(parquet, schema, 12, ExportFormat.CSV, pieces);

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
        .isInstanceOf(IllegalStateException.class)
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
    return written(events.parquet(), Events.SCHEMA, rows, ExportFormat.SPREADSHEET_CSV);
  }

  private byte[] written(Path parquet, Schema schema, int rows, ExportFormat format)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(parquet, schema, rows, format, out);
    return out.toByteArray();
  }

  private void write(Path parquet, Schema schema, long rows, ExportFormat format, OutputStream out)
      throws IOException {
    TableHead head = new TableHead("T", "", rows, specs(schema), Instant.EPOCH, "a test");
    new VersionFiles(TestEngine.over(directory)).write(parquet, head, format, out);
  }

  private static List<ColumnSpec> specs(Schema schema) {
    return schema.columns().stream()
        .map(column -> new ColumnSpec(column.name(), "", column.type(), 0, ""))
        .toList();
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
