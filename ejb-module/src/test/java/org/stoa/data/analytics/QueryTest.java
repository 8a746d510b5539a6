package org.stoa.data.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.data.ColumnType;
import org.stoa.data.FilterProblem;
import org.stoa.data.Measure;
import org.stoa.data.Query;
import org.stoa.data.QueryResult;
import org.stoa.data.ResultColumn;
import org.stoa.data.Sort;
import org.stoa.shared.InvalidProblem;

class QueryTest {

  private static final int SEVERITY = 1;
  private static final int AGE = 2;
  private static final int AVAL = 3;

  @TempDir static Path directory;

  private static Events events;
  private static VersionReader reader;

  @BeforeAll
  static void anEngineWithEvents() {
    events = Events.in(directory);
    reader = new VersionReader(TestEngine.over(directory));
  }

  @Test
  void countsRowsOfEachGroup() {
    Map<String, Long> expected =
        events.rows().stream()
            .filter(row -> row.get(SEVERITY) != null)
            .collect(Collectors.groupingBy(row -> row.get(SEVERITY), Collectors.counting()));
    long missing = events.values(SEVERITY).stream().filter(Objects::isNull).count();

    QueryResult result = ask(List.of("severity OF event"), Measure.count("n"));

    assertThat(result.columns())
        .containsExactly(
            new ResultColumn("Severity of event", ColumnType.TEXT),
            new ResultColumn("n", ColumnType.INTEGER));
    Map<Object, Object> actual = new TreeMap<>(Comparator.comparing(String::valueOf));
    result.rows().forEach(row -> actual.put(String.valueOf(row.get(0)), row.get(1)));
    Map<Object, Object> all = new TreeMap<>(Comparator.comparing(String::valueOf));
    all.putAll(expected);
    all.put("null", missing);
    assertThat(actual).isEqualTo(all);
  }

  @Test
  void putsMissingLastInBothDirections() {
    List<Object> up = column(ask(List.of("AGE"), new Sort("AGE", false)), 0);
    List<Object> down = column(ask(List.of("AGE"), new Sort("AGE", true)), 0);

    List<Object> ages =
        events.values(AGE).stream()
            .filter(Objects::nonNull)
            .map(Long::valueOf)
            .distinct()
            .sorted()
            .collect(Collectors.toList());
    List<Object> reversed = new ArrayList<>(ages);
    java.util.Collections.reverse(reversed);
    ages.add(null);
    reversed.add(null);
    assertThat(up).isEqualTo(ages);
    assertThat(down).isEqualTo(reversed);
  }

  @Test
  void computesEveryMeasureOfWholeNumbers() {
    checkMeasures("AGE", AGE);
  }

  @Test
  void computesEveryMeasureOfFractions() {
    checkMeasures("AVAL", AVAL);
  }

  private static void checkMeasures(String name, int place) {
    double[] values =
        events.values(place).stream()
            .filter(Objects::nonNull)
            .mapToDouble(Double::parseDouble)
            .sorted()
            .toArray();
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    int half = values.length / 2;
    double median = values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;

    QueryResult result =
        ask(
            List.of(),
            Stream.of("count", "distinct", "sum", "avg", "min", "max", "median", "stddev")
                .map(op -> new Measure(op, name, op))
                .toArray(Measure[]::new));

    List<Double> numbers =
        result.rows().get(0).stream().map(value -> ((Number) value).doubleValue()).toList();
    double[] expected = {
      values.length,
      Arrays.stream(values).distinct().count(),
      Arrays.stream(values).sum(),
      mean,
      values[0],
      values[values.length - 1],
      median,
      Math.sqrt(squares / (values.length - 1))
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat(numbers.get(i)).isCloseTo(expected[i], within(1e-9));
    }
  }

  @Test
  void givesSmallestAndLargestOfEveryType() {
    for (int i = 0; i < Events.SCHEMA.columns().size(); i++) {
      var column = Events.SCHEMA.columns().get(i);
      QueryResult result =
          ask(
              List.of(),
              new Measure("min", column.name(), "low"),
              new Measure("max", column.name(), "high"));

      assertThat(result.columns()).extracting(ResultColumn::type).containsOnly(column.type());
      List<String> values = events.values(i).stream().filter(Objects::nonNull).toList();
      if (column.type() == ColumnType.DATETIME || column.type() == ColumnType.TIME) {
        assertThat(result.rows().get(0))
            .isEqualTo(
                List.of(
                    values.stream().min(Comparator.naturalOrder()).orElseThrow(),
                    values.stream().max(Comparator.naturalOrder()).orElseThrow()));
      }
    }
  }

  @Test
  void answersWithOneRowWhenNothingFits() {
    QueryResult result =
        reader.query(
            events.parquet(),
            1,
            Events.SCHEMA,
            new Query(
                null,
                List.of(Measure.count("n"), new Measure("sum", "AGE", null)),
                "AGE > 1000",
                null,
                null));

    assertThat(result.rows()).containsExactly(Arrays.asList(0L, null));
    assertThat(result.columns()).extracting(ResultColumn::name).containsExactly("n", "sum_AGE");
  }

  @Test
  void saysWhenTheLimitCutGroupsOff() {
    Query query = new Query(List.of("AGE"), null, null, null, 5);

    QueryResult cut = reader.query(events.parquet(), 1, Events.SCHEMA, query);

    assertThat(cut.rows()).hasSize(5);
    assertThat(cut.truncated()).isTrue();
    assertThat(ask(List.of("AGE"), Measure.count("n")).truncated()).isFalse();
  }

  @Test
  void givesTheSameOrderEachTime() {
    QueryResult first = ask(List.of("USUBJID", "AESER"), Measure.count("n"), new Sort("n", true));
    for (int i = 0; i < 5; i++) {
      assertThat(ask(List.of("USUBJID", "AESER"), Measure.count("n"), new Sort("n", true)))
          .isEqualTo(first);
    }
  }

  @Test
  void tellsAllThatIsWrongWithThePathAndTheNearestName() {
    Query query =
        new Query(
            List.of("USUBJIDD", "AGE", "AGE"),
            List.of(
                new Measure("cuont", null, null),
                new Measure("sum", "USUBJID", null),
                new Measure("avg", null, null),
                new Measure("count", null, "AGE"),
                new Measure("max", "AGE", "a\nb")),
            null,
            List.of(new Sort("AG", false)),
            10_001);

    assertThatThrownBy(() -> reader.query(events.parquet(), 1, Events.SCHEMA, query))
        .isInstanceOfSatisfying(
            InvalidProblem.class,
            problem ->
                assertThat(problem.members().get("errors").toString())
                    .contains("limit", "must be between 1 and 10000")
                    .contains("dimensions[0]", "USUBJIDD. Did you mean USUBJID?")
                    .contains("dimensions[2]", "AGE is there twice")
                    .contains("measures[0].op", "cuont. Did you mean count?")
                    .contains("measures[1].column", "sum needs numbers, but USUBJID holds text")
                    .contains("measures[2].column", "Name a column")
                    .contains("measures[3].as", "AGE is the name of another column")
                    .contains("measures[4].as", "control characters")
                    .contains("sort[0].by", "AG. Did you mean AGE?"));
  }

  @Test
  void needsSomethingToAnswer() {
    assertThatThrownBy(() -> ask(List.of()))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("A query needs a dimension or a measure.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n\"; DROP TABLE x; --",
        "'; DROP",
        "$$",
        "😀",
        "\"",
        "select",
        "a b",
        "c0",
        "x\\"
      })
  void takesAnyNameForAMeasure(String name) {
    QueryResult result = ask(List.of(), Measure.count(name));

    assertThat(result.columns()).extracting(ResultColumn::name).containsExactly(name);
    assertThat(result.rows()).containsExactly(List.of(400L));
  }

  @Test
  void refusesAFilterThatIsNotOne() {
    assertThatThrownBy(
            () ->
                reader.query(
                    events.parquet(),
                    1,
                    Events.SCHEMA,
                    new Query(List.of("AGE"), null, "AGE >", null, null)))
        .isInstanceOf(FilterProblem.class)
        .hasMessageContaining("Line 1, column 6");
  }

  private static QueryResult ask(List<String> dimensions, Measure... measures) {
    return reader.query(
        events.parquet(),
        1,
        Events.SCHEMA,
        new Query(dimensions, List.of(measures), null, null, null));
  }

  private static QueryResult ask(List<String> dimensions, Sort sort) {
    return reader.query(
        events.parquet(), 1, Events.SCHEMA, new Query(dimensions, null, null, List.of(sort), null));
  }

  private static QueryResult ask(List<String> dimensions, Measure measure, Sort sort) {
    return reader.query(
        events.parquet(),
        1,
        Events.SCHEMA,
        new Query(dimensions, List.of(measure), null, List.of(sort), null));
  }

  private static List<Object> column(QueryResult result, int place) {
    List<Object> values = new ArrayList<>();
    result.rows().forEach(row -> values.add(row.get(place)));
    return values;
  }
}
