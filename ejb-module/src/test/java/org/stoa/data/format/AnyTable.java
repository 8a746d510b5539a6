package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;
import org.stoa.data.ColumnType;

/**
 * Tables of all types with the values that formats find hard: the ends of ranges, texts that are
 * empty, blank or long, characters of 4 bytes, reasons for missing values.
 *
 * @param columns the columns, named {@code c0}, {@code c1} …
 * @param rows what {@link ListRows} takes
 */
public record AnyTable(List<ColumnSpec> columns, List<List<Object>> rows) {

  private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  /** One to six columns, one to eight rows. */
  public static Arbitrary<AnyTable> tables() {
    return Arbitraries.of(ColumnType.class)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .flatMap(AnyTable::tables);
  }

  private static Arbitrary<AnyTable> tables(List<ColumnType> types) {
    return row(types).list().ofMinSize(1).ofMaxSize(8).map(rows -> of(types, rows));
  }

  private static AnyTable of(List<ColumnType> types, List<List<Object>> rows) {
    List<ColumnSpec> columns = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      int at = i;
      boolean reasons = rows.stream().anyMatch(row -> row.get(at) instanceof SasMissing);
      int longest =
          rows.stream()
              .map(row -> row.get(at))
              .filter(String.class::isInstance)
              .mapToInt(text -> ((String) text).getBytes(UTF_8).length)
              .max()
              .orElse(0);
      columns.add(new ColumnSpec("c" + i, "", types.get(i), longest, "", reasons));
    }
    return new AnyTable(columns, rows);
  }

  private static Arbitrary<List<Object>> row(List<ColumnType> types) {
    Arbitrary<List<Object>> row = Arbitraries.create(ArrayList::new);
    for (ColumnType type : types) {
      row =
          row.flatMap(
              before ->
                  cell(type)
                      .map(
                          cell -> {
                            List<Object> more = new ArrayList<>(before);
                            more.add(cell);
                            return more;
                          }));
    }
    return row;
  }

  private static Arbitrary<Object> cell(ColumnType type) {
    Arbitrary<Object> value = value(type).asGeneric();
    Arbitrary<Object> nullable = value.injectNull(0.15);
    if (type == ColumnType.TEXT || type == ColumnType.BOOLEAN) {
      return nullable;
    }
    Arbitrary<Object> reason =
        Arbitraries.of("_AZ".chars().mapToObj(c -> (Object) new SasMissing((char) c)).toList());
    return Arbitraries.frequencyOf(Tuple.of(9, nullable), Tuple.of(1, reason));
  }

  private static Arbitrary<?> value(ColumnType type) {
    return switch (type) {
      case TEXT -> text();
      case INTEGER -> Arbitraries.longs();
      case DECIMAL -> decimal();
      case BOOLEAN -> Arbitraries.of(true, false);
      case DATE -> day().map(LocalDate::ofEpochDay);
      case DATETIME -> dateTime();
      case TIME ->
          Arbitraries.longs()
              .between(0, 86_399_999_999L)
              .map(micro -> LocalTime.ofNanoOfDay(micro * 1_000));
    };
  }

  private static Arbitrary<String> text() {
    Arbitrary<String> any =
        Arbitraries.strings().withChars("aZ9 ,;\"'=<&>_\t\n\réßЖ漢\u0001\u00A0").ofMaxLength(12);
    return Arbitraries.oneOf(
        any,
        Arbitraries.of("", " ", "   ", "x ", "😀", "𝔘𝔫", "true", "5", "-0", "2024-02-29", "=1+1"),
        Arbitraries.of("x".repeat(200), "y".repeat(201), "é".repeat(150), "z".repeat(40_000)));
  }

  private static Arbitrary<Double> decimal() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(Double::longBitsToDouble),
        Arbitraries.doubles(),
        Arbitraries.of(
            0.0,
            -0.0,
            0.1,
            1e22,
            1e300,
            1e-300,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY));
  }

  private static Arbitrary<Long> day() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(FIRST.toEpochDay(), LAST.toEpochDay()),
        Arbitraries.of(-25_568L, -25_567L, -25_508L, -25_509L, -25_510L, 0L, -3653L));
  }

  private static Arbitrary<LocalDateTime> dateTime() {
    Arbitrary<Long> micros = Arbitraries.longs().between(0, 86_399_999_999L);
    return day()
        .flatMap(
            day ->
                micros.map(
                    micro ->
                        LocalDate.ofEpochDay(day).atTime(LocalTime.ofNanoOfDay(micro * 1_000))));
  }

  /** The head of a file with it. */
  public TableHead head() {
    return new TableHead("ANY", "Any table", rows.size(), columns, Instant.EPOCH, "a test");
  }

  /** A walk over it. */
  public ListRows walk() {
    return new ListRows(columns, rows);
  }
}
