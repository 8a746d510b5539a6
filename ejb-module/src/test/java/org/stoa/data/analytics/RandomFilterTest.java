package org.stoa.data.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.stoa.data.Measure;
import org.stoa.data.Query;

/** Random filters let through the rows that SQL's logic of three values, in plain Java, does. */
class RandomFilterTest {

  private static Path directory;
  private static Events events;
  private static VersionReader reader;

  @BeforeContainer
  static void anEngineWithEvents() throws IOException {
    directory = Files.createTempDirectory("filters");
    events = Events.in(directory);
    reader = new VersionReader(TestEngine.over(directory));
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
   * A filter and what it means.
   *
   * @param text as a person writes it
   * @param meaning true, false, or null when it is unknown
   */
  record Filter(String text, Function<List<String>, Boolean> meaning) {

    @Override
    public String toString() {
      return text;
    }
  }

  @Property(tries = 200)
  void letsThroughTheRowsThatItMeans(@ForAll("filters") Filter filter) {
    long expected =
        events.rows().stream()
            .filter(row -> Boolean.TRUE.equals(filter.meaning().apply(row)))
            .count();

    Query query = new Query(null, List.of(Measure.count("n")), filter.text(), null, null);
    Object counted = reader.query(events.parquet(), 1, Events.SCHEMA, query).rows().get(0).get(0);

    assertThat(counted).isEqualTo(expected);
  }

  @Provide
  Arbitrary<Filter> filters() {
    Arbitrary<Filter> leaf = Arbitraries.oneOf(comparisons(), lists(), nulls(), ranges());
    return Arbitraries.recursive(() -> leaf, RandomFilterTest::grown, 0, 4);
  }

  private static Arbitrary<Filter> grown(Arbitrary<Filter> inner) {
    Arbitrary<Filter> both =
        Combinators.combine(inner, inner)
            .as(
                (a, b) ->
                    new Filter(
                        "(" + a.text() + " AND " + b.text() + ")",
                        row -> and(a.meaning().apply(row), b.meaning().apply(row))));
    Arbitrary<Filter> either =
        Combinators.combine(inner, inner)
            .as(
                (a, b) ->
                    new Filter(
                        "(" + a.text() + "\nOR " + b.text() + ")",
                        row -> not(and(not(a.meaning().apply(row)), not(b.meaning().apply(row))))));
    Arbitrary<Filter> opposite =
        inner.map(a -> new Filter("NOT (" + a.text() + ")", row -> not(a.meaning().apply(row))));
    return Arbitraries.oneOf(both, either, opposite);
  }

  private static Arbitrary<Filter> comparisons() {
    return Combinators.combine(place(), Arbitraries.of("=", "<>", "<", "<=", ">", ">="), value())
        .as(
            (column, operator, row) ->
                new Filter(
                    name(column) + " " + operator + " " + literal(column, row),
                    found -> compared(column, found, events.rows().get(row), operator)));
  }

  private static Arbitrary<Filter> lists() {
    return Combinators.combine(place(), value().list().ofMinSize(1).ofMaxSize(4))
        .as(
            (column, rows) -> {
              List<String> literals = new ArrayList<>();
              rows.forEach(row -> literals.add(literal(column, row)));
              return new Filter(
                  name(column) + " IN (" + String.join(", ", literals) + ")",
                  found -> anyEqual(column, found, rows));
            });
  }

  private static Arbitrary<Filter> nulls() {
    return place()
        .map(column -> new Filter(name(column) + " IS NULL", row -> row.get(column) == null));
  }

  private static Arbitrary<Filter> ranges() {
    return Combinators.combine(place(), value(), value())
        .as(
            (column, low, high) ->
                new Filter(
                    name(column)
                        + " BETWEEN "
                        + literal(column, low)
                        + " AND "
                        + literal(column, high),
                    found ->
                        and(
                            compared(column, found, events.rows().get(low), ">="),
                            compared(column, found, events.rows().get(high), "<="))));
  }

  /** A column whose values the filter states as text or number. */
  private static Arbitrary<Integer> place() {
    return Arbitraries.of(0, 2, 3, 5, 6, 7);
  }

  /** A row that has a value in every column. */
  private static Arbitrary<Integer> value() {
    return Arbitraries.integers()
        .between(0, 399)
        .filter(row -> !events.rows().get(row).contains(null));
  }

  private static String name(int column) {
    return Events.SCHEMA.columns().get(column).name();
  }

  private static boolean isNumber(int column) {
    return column == 2 || column == 3;
  }

  private static String literal(int column, int row) {
    String value = events.rows().get(row).get(column);
    return isNumber(column) ? value : "'" + value.replace("'", "''") + "'";
  }

  private static Boolean anyEqual(int column, List<String> found, List<Integer> rows) {
    if (found.get(column) == null) {
      return null;
    }
    return rows.stream().anyMatch(row -> compared(column, found, events.rows().get(row), "="));
  }

  private static Boolean compared(
      int column, List<String> found, List<String> stated, String operator) {
    String value = found.get(column);
    if (value == null) {
      return null;
    }
    int order =
        isNumber(column)
            ? Double.compare(Double.parseDouble(value), Double.parseDouble(stated.get(column)))
            : value.compareTo(stated.get(column));
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static Boolean not(Boolean value) {
    return value == null ? null : Boolean.valueOf(!value);
  }

  private static Boolean and(Boolean a, Boolean b) {
    if (Boolean.FALSE.equals(a) || Boolean.FALSE.equals(b)) {
      return false;
    }
    return (a == null || b == null) ? null : Boolean.TRUE;
  }
}
