package org.stoa.data.format.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.format.Cells;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.ListCursor;
import org.stoa.data.format.SasMissing;
import org.stoa.data.format.TableHead;

/** What is written as Dataset-JSON comes back equal wherever no loss is told, and nowhere else. */
class DatasetJsonRoundTripTest {

  private static final Instant CREATED = Instant.parse("2026-03-01T12:00:00Z");
  private static final DatasetJsonOrigin ORIGIN = new DatasetJsonOrigin("Acme", "Stoa", "1.0");
  private static Path folder;

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("json");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    Files.deleteIfExists(folder.resolve("t"));
    Files.delete(folder);
  }

  /** Columns and rows. */
  record Made(List<ColumnSpec> columns, List<List<Object>> rows) {

    TableHead head() {
      return new TableHead("AE", "Événements 😀", rows.size(), columns, CREATED, "AE version 3");
    }

    ListCursor cursor() {
      return new ListCursor(columns, rows);
    }
  }

  @Property(tries = 300)
  void givesBackWhatIsNotToldAsLost(@ForAll("tables") Made made, @ForAll DatasetJsonForm form)
      throws IOException {
    DatasetJsonSink sink = new DatasetJsonSink(form, ORIGIN);
    List<Loss> losses = sink.losses(made.head(), made.cursor());

    JsonFile read = read(form, write(sink, made));

    assertThat(read.losses()).isEmpty();
    assertThat(read.name()).contains("AE");
    assertThat(read.label()).isEqualTo(made.head().label());
    assertThat(read.columns())
        .extracting(ColumnSpec::name, ColumnSpec::label, ColumnSpec::type)
        .isEqualTo(made.columns().stream().map(c -> tuple(c.name(), c.label(), c.type())).toList());
    List<List<Object>> cells = Cells.of(read);
    Map<String, Long> different = new TreeMap<>();
    for (int r = 0; r < cells.size(); r++) {
      for (int c = 0; c < made.columns().size(); c++) {
        Object expected = made.rows().get(r).get(c);
        if (!isSame(expected, cells.get(r).get(c))) {
          different.merge(made.columns().get(c).name(), 1L, Long::sum);
        }
      }
    }
    assertThat(told(losses)).isEqualTo(different);
  }

  private static boolean isSame(Object expected, Object read) {
    if (expected instanceof Double a && read instanceof Double b) {
      return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
    }
    return expected == null ? read == null : expected.equals(read);
  }

  private static Map<String, Long> told(List<Loss> losses) {
    return losses.stream()
        .collect(
            Collectors.groupingBy(
                Loss::column, TreeMap::new, Collectors.summingLong(Loss::values)));
  }

  @Property(tries = 20)
  void writesTheSameBytesForTheSameInput(@ForAll("tables") Made made, @ForAll DatasetJsonForm form)
      throws IOException {
    DatasetJsonSink sink = new DatasetJsonSink(form, ORIGIN);

    assertThat(write(sink, made)).isEqualTo(write(sink, made));
  }

  @Example
  void writesWhatTheSpecificationRequires() throws IOException {
    Made made =
        new Made(
            List.of(
                new ColumnSpec("USUBJID", "Subject", ColumnType.TEXT, 20, "$20."),
                ColumnSpec.date("ASTDT", "Start"),
                new ColumnSpec("AT", "", ColumnType.DATETIME, 0, "")),
            List.of(
                List.of("S-1", LocalDate.of(2024, 1, 5), LocalDateTime.of(2024, 1, 5, 10, 30)),
                Collections.nCopies(3, null)));

    byte[] bytes = write(new DatasetJsonSink(DatasetJsonForm.NDJSON, ORIGIN), made);

    assertThat(new String(bytes, UTF_8))
        .isEqualTo(
            """
            {"datasetJSONCreationDateTime":"2026-03-01T12:00:00Z","datasetJSONVersion":"1.1.0",\
            "fileOID":"AE version 3","dbLastModifiedDateTime":"2026-03-01T12:00:00Z",\
            "originator":"Acme","sourceSystem":{"name":"Stoa","version":"1.0"},\
            "itemGroupOID":"IG.AE","records":2,"name":"AE","label":"Événements 😀","columns":[\
            {"itemOID":"IT.AE.USUBJID","name":"USUBJID","label":"Subject","dataType":"string",\
            "length":20,"displayFormat":"$20."},\
            {"itemOID":"IT.AE.ASTDT","name":"ASTDT","label":"Start","dataType":"date",\
            "targetDataType":"integer","displayFormat":"DATE9."},\
            {"itemOID":"IT.AE.AT","name":"AT","label":"","dataType":"datetime",\
            "targetDataType":"integer","displayFormat":"E8601DT."}]}
            ["S-1","2024-01-05","2024-01-05T10:30:00"]
            [null,null,null]
            """);
  }

  @Example
  void leavesTheStreamOpenAndRefusesAHeadThatDoesNotHold() {
    Made made = new Made(List.of(ColumnSpec.integer("N", "")), List.of(List.of(1L)));
    TableHead wrong = new TableHead("N", "", 2, made.columns(), CREATED, "");
    for (DatasetJsonForm form : DatasetJsonForm.values()) {
      assertThatThrownBy(
              () ->
                  new DatasetJsonSink(form, ORIGIN)
                      .write(wrong, made.cursor(), new ByteArrayOutputStream()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("1 rows, not 2");
    }
  }

  private static byte[] write(DatasetJsonSink sink, Made made) throws IOException {
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            throw new IllegalStateException("The stream belongs to the caller.");
          }
        };
    sink.write(made.head(), made.cursor(), out);
    return out.toByteArray();
  }

  private static JsonFile read(DatasetJsonForm form, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("t"), bytes);
    return form == DatasetJsonForm.DSJC
        ? JsonFile.openCompressed(file, "t", 1 << 20, read -> {})
        : JsonFile.open(file, "t", read -> {});
  }

  @Provide
  Arbitrary<Made> tables() {
    return Arbitraries.of(ColumnType.class)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8)
        .flatMap(
            types -> {
              List<ColumnSpec> columns =
                  IntStream.range(0, types.size()).mapToObj(i -> column(i, types.get(i))).toList();
              List<Arbitrary<Object>> values =
                  types.stream().map(DatasetJsonRoundTripTest::values).toList();
              return Combinators.combine(values)
                  .as(row -> (List<Object>) new ArrayList<>(row))
                  .list()
                  .ofMinSize(1)
                  .ofMaxSize(8)
                  .map(rows -> new Made(columns, rows));
            });
  }

  private static ColumnSpec column(int number, ColumnType type) {
    boolean reasons = type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    return new ColumnSpec("Ä " + number, "\"" + number, type, 0, "").withReasons(reasons);
  }

  private static Arbitrary<Object> values(ColumnType type) {
    Arbitrary<SasMissing> reasons = Arbitraries.of('_', 'A', 'Z').map(SasMissing::new);
    Arbitrary<Object> values = present(type);
    boolean number = type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
    return Arbitraries.frequencyOf(
            Tuple.of(9, values), Tuple.of(number ? 1 : 0, reasons.map(Object.class::cast)))
        .injectNull(0.1);
  }

  private static Arbitrary<Object> present(ColumnType type) {
    return (switch (type) {
          case TEXT ->
              Arbitraries.oneOf(
                  Arbitraries.strings().ofMaxLength(6),
                  Arbitraries.of("", " ", "x ", "😀", "\uD83D", "a\0b", "\"\\\u2028\u001F", "null"),
                  Arbitraries.of("2024-01-05", "1", "true"));
          case INTEGER -> Arbitraries.longs();
          case DECIMAL ->
              Arbitraries.oneOf(
                  Arbitraries.longs().map(Double::longBitsToDouble),
                  Arbitraries.doubles(),
                  Arbitraries.of(-0.0, 0.1, 1e300, Double.MIN_VALUE, Double.MAX_VALUE, 3.0));
          case BOOLEAN -> Arbitraries.of(true, false);
          case DATE -> days();
          case DATETIME -> Combinators.combine(days(), times()).as(LocalDateTime::of);
          case TIME -> times();
        })
        .map(Object.class::cast);
  }

  private static Arbitrary<LocalDate> days() {
    return Arbitraries.frequencyOf(
        Tuple.of(
            9,
            Arbitraries.longs()
                .between(
                    LocalDate.of(1, 1, 1).toEpochDay(), LocalDate.of(9999, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay)),
        Tuple.of(1, Arbitraries.of(LocalDate.of(0, 12, 31), LocalDate.of(10_000, 1, 1))));
  }

  private static Arbitrary<LocalTime> times() {
    return Arbitraries.longs()
        .between(0, 86_399_999_999L)
        .map(micros -> LocalTime.ofNanoOfDay(micros * 1_000))
        .injectDuplicates(0.1);
  }
}
