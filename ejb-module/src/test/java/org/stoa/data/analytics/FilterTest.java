package org.stoa.data.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.data.FilterProblem;
import org.stoa.data.Measure;
import org.stoa.data.Query;

class FilterTest {

  @TempDir static Path directory;

  private static Events events;
  private static VersionReader reader;

  @BeforeAll
  static void anEngineWithEvents() {
    events = Events.in(directory);
    reader = new VersionReader(TestEngine.over(directory));
  }

  static Stream<Arguments> filters() {
    return Stream.of(
        filter("AGE > 40", row -> row.age() != null && row.age() > 40),
        filter(
            "age >= 40 AND Age <= 41.0",
            row -> row.age() != null && Math.abs(row.age() - 40.5) < 1),
        filter("40 < AGE", row -> row.age() != null && row.age() > 40),
        filter("AGE = 40.5", row -> false),
        filter("AGE < 99999999999999999999", row -> row.age() != null),
        filter("AVAL = -1.25", row -> row.aval() != null && row.aval() == -1.25),
        filter(
            "AVAL BETWEEN -1 AND +1.5",
            row -> row.aval() != null && row.aval() >= -1 && row.aval() <= 1.5),
        filter(
            "AVAL NOT BETWEEN -1 AND 1.5",
            row -> row.aval() != null && !(row.aval() >= -1 && row.aval() <= 1.5)),
        filter("AVAL > 1e0", row -> row.aval() != null && row.aval() > 1),
        filter("\"Severity of event\" = 'O''Brien'", row -> "O'Brien".equals(row.severity())),
        filter("\"Severity of event\" = '😀'", row -> "😀".equals(row.severity())),
        filter("\"Severity of event\" = '\\'", row -> "\\".equals(row.severity())),
        filter("\"Severity of event\" = ''", row -> "".equals(row.severity())),
        filter("\"Severity of event\" LIKE '50%'", row -> "50%".equals(row.severity())),
        filter("\"Severity of event\" LIKE '%!%' ESCAPE '!'", row -> "50%".equals(row.severity())),
        filter("\"Severity of event\" LIKE 'a_b'", row -> "a_b".equals(row.severity())),
        filter("\"Severity of event\" LIKE '\\'", row -> "\\".equals(row.severity())),
        filter("\"Severity of event\" NOT LIKE '%'", row -> false),
        filter(
            "UPPER(\"Severity of event\") = 'MODERATE'", row -> "moderate".equals(row.severity())),
        filter("upper(\"Severity of event\") = 'ÜNÏ'", row -> "Ünï".equals(row.severity())),
        filter("Trim(\"Severity of event\") = 'x'", row -> " x ".equals(row.severity())),
        filter(
            "length(\"Severity of event\") = 1",
            row ->
                row.severity() != null
                    && row.severity().codePointCount(0, row.severity().length()) == 1),
        filter(
            "LOWER(UPPER(\"Severity of event\")) IN ('mild', 'moderate')",
            row -> "MILD".equals(row.severity()) || "moderate".equals(row.severity())),
        filter("AESER", row -> Boolean.TRUE.equals(row.serious())),
        filter("NOT AESER", row -> Boolean.FALSE.equals(row.serious())),
        filter("AESER = FALSE OR AESER IS NULL", row -> !Boolean.TRUE.equals(row.serious())),
        filter("ASTDT = '2024-02-10'", row -> "2024-02-10".equals(row.start())),
        filter(
            "ASTDT <= DATE '2024-02-10'",
            row -> row.start() != null && row.start().compareTo("2024-02-10") <= 0),
        filter(
            "ASTDTM < '2024-02-10'",
            row -> row.moment() != null && row.moment().compareTo("2024-02-10T00:00:00") < 0),
        filter(
            "ASTDTM >= '2024-02-10 12:30'",
            row -> row.moment() != null && row.moment().compareTo("2024-02-10T12:30:00") >= 0),
        filter(
            "ASTDTM >= TIMESTAMP '2024-02-10T12:30:00'",
            row -> row.moment() != null && row.moment().compareTo("2024-02-10T12:30:00") >= 0),
        filter(
            "ORDER < '12:00'", row -> row.time() != null && row.time().compareTo("12:00:00") < 0),
        filter(
            "AGE IN (20, 30, 40)",
            row -> row.age() != null && List.of(20L, 30L, 40L).contains(row.age())),
        filter("AGE NOT IN (20)", row -> row.age() != null && row.age() != 20),
        filter("AGE <> 20", row -> row.age() != null && row.age() != 20),
        filter("AGE != 20", row -> row.age() != null && row.age() != 20),
        filter("NOT (AGE = 20 OR AGE IS NULL)", row -> row.age() != null && row.age() != 20),
        filter(
            "NOT AGE = 20 AND AVAL = 1",
            row -> row.age() != null && row.age() != 20 && row.aval() != null && row.aval() == 1),
        filter(
            "AGE = 20 OR AGE = 30 AND AVAL > 0",
            row ->
                row.age() != null
                    && (row.age() == 20
                        || (row.age() == 30 && row.aval() != null && row.aval() > 0))),
        filter(
            "AVAL < AGE", row -> row.age() != null && row.aval() != null && row.aval() < row.age()),
        filter(
            "(((AGE))) = (20)\n\tAND\r\n(AVAL) > 0",
            row -> row.age() != null && row.age() == 20 && row.aval() != null && row.aval() > 0));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void countsTheRowsThatFit(String filter, Predicate<Row> expected) {
    long fitting = events.rows().stream().map(Row::new).filter(expected).count();

    assertThat(count(filter)).isEqualTo(fitting);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "AEG > 3 | 1 | 1 | no column AEG. Did you mean AGE?",
        "AGE > 3 AND AVLA = 1 | 1 | 13 | Did you mean AVAL?",
        "NOSUCHTHING = 1 | 1 | 1 | Known are USUBJID, Severity of event, AGE",
        "AGE > | 1 | 6 | ends too early",
        "AGE = = 3 | 1 | 7 | '=' is not expected here",
        "AGE = 3 AGE = 4 | 1 | 9 | 'AGE' is not expected",
        "AGE = 'forty' | 1 | 7 | AGE holds whole numbers. Compare it with a number without quotes",
        "AVAL = 'x' | 1 | 8 | AVAL holds numbers",
        "USUBJID = 3 | 1 | 11 | USUBJID holds text. Compare it with text in single quotes",
        "ASTDT = '2024-02-30' | 1 | 9 | ASTDT holds dates. Compare it with a date such as",
        "ASTDT = '2024-02' | 1 | 9 | ASTDT holds dates.",
        "ASTDTM = 'noon' | 1 | 10 | ASTDTM holds dates with times.",
        "ORDER = '25:00' | 1 | 9 | ORDER holds times of day",
        "AESER = 'Y' | 1 | 9 | AESER holds TRUE and FALSE.",
        "AGE = NULL | 1 | 7 | Write AGE IS NULL",
        "AGE IN (1, NULL) | 1 | 12 | Write AGE IS NULL",
        "USUBJID | 1 | 1 | USUBJID alone is not a condition",
        "1 = 1 | 1 | 1 | no column on either side",
        "'a' LIKE 'a' | 1 | 1 | Before LIKE comes a column of text",
        "AGE LIKE '4%' | 1 | 1 | Before LIKE comes a column of text",
        "USUBJID LIKE USUBJID | 1 | 1 | After LIKE comes a pattern in quotes",
        "USUBJID LIKE 'a!' ESCAPE '!' | 1 | 1 | In the pattern, ! must stand before",
        "USUBJID LIKE 'a' ESCAPE 'xy' | 1 | 1 | After ESCAPE comes one character",
        "USUBJID ILIKE 'a' | 1 | 1 | only LIKE is known",
        "USUBJID = AGE | 1 | 11 | USUBJID and AGE cannot be compared: the one holds text. The other holds whole numbers.",
        "UPPER(AGE) = 'X' | 1 | 1 | UPPER is for text, but AGE holds whole numbers.",
        "UPPER('x') = 'X' | 1 | 1 | UPPER takes a column, not a value",
        "UPPER(USUBJID, USUBJID) = 'X' | 1 | 1 | UPPER takes one column and nothing else",
        "UPPER(DISTINCT USUBJID) = 'X' | 1 | 1 | UPPER takes one column and nothing else",
        "UPER(USUBJID) = 'X' | 1 | 1 | The function UPER is not allowed. Did you mean UPPER?",
        "TRIM(LEADING 'x' FROM USUBJID) = 'X' | 1 | 1 | TRIM takes one column and nothing else",
        "AGE BETWEEN SYMMETRIC 3 AND 1 | 1 | 1 | BETWEEN the smaller AND the larger",
        "AGE IN () | 1 | 1 | A list after IN has 1 to 1000 values",
        "AGE + 1 = 3 | 1 | 1 | There is no column on either side",
        "USUBJID = 'a | 1 | 11 | is never closed",
        "\"AGE = 3 | 1 | 1 | is never closed",
        "AGE = 1e400 | 1 | 7 | AGE holds whole numbers",
        "AGE = --3 | 1 | 7 | Comments do not belong",
        "AGE = 0x1F | 1 | 7 | AGE holds whole numbers",
        "USUBJID = E'x' | 1 | 11 | USUBJID holds text",
      })
  void saysWhereAndWhyAFilterIsRefused(String filter, int line, int column, String reason) {
    assertThatThrownBy(() -> count(filter))
        .isInstanceOfSatisfying(
            FilterProblem.class,
            problem -> {
              assertThat(problem.detail()).contains(reason);
              assertThat(problem.members()).containsEntry("line", line);
              assertThat(problem.members()).containsEntry("column", column);
            });
  }

  @Test
  void tellsLineAndCharacterOfALaterLine() {
    assertThatThrownBy(() -> count("\"Severity of event\" = '😀' AND\n  AEG = 3"))
        .isInstanceOf(FilterProblem.class)
        .hasMessageStartingWith("Line 2, column 3: ");
    assertThatThrownBy(() -> count("\"Severity of event\" = '😀' AND ;"))
        .isInstanceOf(FilterProblem.class)
        .hasMessageStartingWith("Line 1, column 31: The character ';'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE data_version; --",
        "'; DROP",
        "AGE = 1; DROP TABLE x",
        "AGE = 1 -- rest",
        "AGE = 1 /* rest */",
        "/**/AGE = 1",
        "$$",
        "USUBJID = $$x$$",
        "USUBJID = $tag$x$tag$",
        "AGE = (SELECT 1)",
        "AGE IN (SELECT 1)",
        "EXISTS (SELECT 1)",
        "AGE = ALL (SELECT 1)",
        "AGE IN (FROM range(3))",
        "USUBJID = read_text('/etc/passwd')",
        "read_csv('/etc/passwd') IS NULL",
        "getenv('HOME') = USUBJID",
        "PRAGMA database_list",
        "ATTACH 'x.db'",
        "COPY t TO 'x'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET threads = 1",
        "CALL pragma_version()",
        "AGE = 1 UNION SELECT 2",
        "AGE = ?",
        "AGE = :p",
        "AGE = @p",
        "AGE = {d '2024-01-01'}",
        "AGE::text = '1'",
        "CAST(AGE AS VARCHAR) = '1'",
        "CASE WHEN AGE = 1 THEN TRUE END",
        "[AGE] = 1",
        "`AGE` = 1",
        "AGE[1] = 1",
        "AGE(+) = 1",
        "AGE || 'x' = '1x'",
        "AGE && AGE",
        "! AESER",
        "AESER XOR AESER",
        "AGE <=> 1",
        "USUBJID ~ 'x'",
        "USUBJID SIMILAR TO 'x'",
        "USUBJID REGEXP 'x'",
        "USUBJID GLOB 'x'",
        "USUBJID COLLATE nocase = 'x'",
        "(AGE, AVAL) = (1, 2)",
        "(AGE, AVAL) IN ((1, 2))",
        "AGE IS DISTINCT FROM 1",
        "AGE OVERLAPS AVAL",
        "AGE = INTERVAL '1' DAY",
        "count(*) > 1",
        "row_number() OVER () = 1",
        "x -> x = 1",
        "main.t.AGE = 1",
        "t.AGE = 1",
        "file_row_number = 1",
        "rowid = 1",
        "current_user = 'x'",
        "\u0000AGE = 1",
        "USUBJID = 'a\u0000'",
        "AGE = 1\u2028",
        "AGE\u00a0= 1",
        "ＡＧＥ = 1",
        "AGE = ٣",
      })
  void executesNothingOfAHostileFilter(String filter) throws IOException {
    List<String> before = onDisk();

    assertThatThrownBy(() -> count(filter)).isInstanceOf(FilterProblem.class);

    assertThat(onDisk()).isEqualTo(before);
    assertThat(count("AGE IS NULL OR AGE IS NOT NULL")).isEqualTo(400);
  }

  @Test
  void refusesWhatIsLongDeepOrManyInShortTime() {
    List<String> heavy =
        List.of(
            "(".repeat(5_000) + "AGE = 1",
            "(".repeat(4_000) + "AGE = 1" + ")".repeat(4_000),
            "NOT ".repeat(2_000) + "AESER",
            "NOT (".repeat(1_500) + "AESER" + ")".repeat(1_500),
            "UPPER(".repeat(1_000) + "USUBJID" + ")".repeat(1_000) + " = 'x'",
            "AGE = " + "- ".repeat(4_000) + "1",
            "AGE = " + "+".repeat(9_000) + "1",
            "AGE IN (" + "1,".repeat(1_500) + "1)",
            "USUBJID = '" + "x".repeat(20_000) + "'",
            "AGE = " + "9".repeat(9_000) + "e9999999",
            "\"" + "A".repeat(9_000) + "\" = 1",
            "A".repeat(9_000) + " = 1");
    assertThat(heavy)
        .allSatisfy(
            filter ->
                org.junit.jupiter.api.Assertions.assertTimeout(
                    Duration.ofSeconds(10),
                    () ->
                        assertThatThrownBy(() -> count(filter))
                            .isInstanceOf(FilterProblem.class)
                            .satisfies(p -> assertThat(p.getMessage().length()).isLessThan(500))));
  }

  @Test
  void takesAFilterThatIsLongButFlat() {
    String many = String.join(" OR ", Collections.nCopies(600, "AGE = 20"));

    assertThat(count(many)).isEqualTo(count("AGE = 20"));
  }

  private static List<String> onDisk() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.map(Path::toString).sorted().toList();
    }
  }

  private static long count(String filter) {
    Query query = new Query(null, List.of(Measure.count("n")), filter, null, null);
    return (Long) reader.query(events.parquet(), 1, Events.SCHEMA, query).rows().get(0).get(0);
  }

  private static Arguments filter(String text, Predicate<Row> expected) {
    return Arguments.of(text, expected);
  }

  /** A row of {@link Events}. */
  private record Row(List<String> values) {

    String severity() {
      return values.get(1);
    }

    Long age() {
      return values.get(2) == null ? null : Long.valueOf(values.get(2));
    }

    Double aval() {
      return values.get(3) == null ? null : Double.valueOf(values.get(3));
    }

    Boolean serious() {
      return values.get(4) == null ? null : Boolean.valueOf(values.get(4));
    }

    String start() {
      return values.get(5);
    }

    String moment() {
      return values.get(6);
    }

    String time() {
      return values.get(7);
    }
  }
}
