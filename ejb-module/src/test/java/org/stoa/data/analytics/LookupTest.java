package org.stoa.data.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.data.ColumnType;
import org.stoa.data.FilterProblem;
import org.stoa.data.Lookup;
import org.stoa.data.Measure;
import org.stoa.data.Query;
import org.stoa.data.QueryResult;
import org.stoa.data.RowRequest;
import org.stoa.data.analytics.VersionReader.NumberedRow;
import org.stoa.data.query.Column;
import org.stoa.data.query.Schema;
import org.stoa.shared.InvalidProblem;

/**
 * Some subjects are known once, one twice with different arms, one twice alike, some not at all.
 */
class LookupTest {

  private static final Schema SUBJECTS =
      new Schema(
          List.of(
              new Column("USUBJID", ColumnType.TEXT),
              new Column("ARM", ColumnType.TEXT),
              new Column("AGE", ColumnType.INTEGER),
              new Column("AVAL", ColumnType.TEXT)));

  private static final Lookup ARM = new Lookup("DM", null, "USUBJID", List.of("ARM"));

  @TempDir static Path directory;

  private static Events events;
  private static VersionReader reader;
  private static Path subjects;
  private static final Map<String, String> ARMS = new HashMap<>();

  @BeforeAll
  static void anEngineWithEventsAndSubjects() {
    events = Events.in(directory);
    reader = new VersionReader(TestEngine.over(directory));
    subjects = directory.resolve("subjects.parquet");
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String arm = i % 3 == 0 ? "Placebo" : "High ''dose''";
      rows.add("('S-%d', '%s', %d, 'x')".formatted(i, arm, 20 + i));
      ARMS.put("S-" + i, arm.replace("''", "'"));
    }
    rows.add("('S-1', 'Placebo', 21, 'x')");
    ARMS.remove("S-1");
    rows.add("('S-2', NULL, 22, 'x')");
    rows.add("(NULL, 'Placebo', 23, 'x')");
    TestEngine.over(directory)
        .call(
            connection -> {
              try (var statement = connection.createStatement()) {
                return statement.execute(
                    "COPY (SELECT * FROM (VALUES "
                        + String.join(", ", rows)
                        + ") AS t(\"USUBJID\", \"ARM\", \"AGE\", \"AVAL\")) TO '"
                        + subjects
                        + "' (FORMAT parquet)");
              }
            });
  }

  @Test
  void groupsByAColumnOfTheOtherDatasetAndLosesNoRow() {
    Map<Object, Long> expected = new HashMap<>();
    events.values(0).forEach(subject -> expected.merge(arm(subject), 1L, Long::sum));

    QueryResult result = ask(query(List.of("DM.ARM"), null));

    Map<Object, Object> actual = new HashMap<>();
    result.rows().forEach(row -> actual.put(String.valueOf(row.get(0)), row.get(1)));
    assertThat(actual).isEqualTo(expected);
    assertThat(result.columns().get(0).name()).isEqualTo("DM.ARM");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DM.ARM", "\"dm.arm\"", "\"DM\".\"ARM\"", "dm.\"ARM\""})
  void filtersByAColumnOfTheOtherDataset(String name) {
    long expected =
        events.values(0).stream().filter(subject -> arm(subject).equals("High 'dose'")).count();

    QueryResult result = ask(query(List.of(), name + " = 'High ''dose'''"));

    assertThat(result.rows()).containsExactly(List.of(expected));
    assertThat(expected).isPositive();
  }

  @Test
  void showsTheColumnWithTheRowsAndPagesByTheirPlace() {
    RowRequest request =
        RowRequest.first(5).where("\"DM.ARM\" = 'Placebo'").withLookups(List.of(ARM));

    List<NumberedRow> rows = reader.rows(source(ARM), request, RowCursor.first(1, false));

    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < events.rows().size() && expected.size() < 6; i++) {
      if (arm(events.rows().get(i).get(0)).equals("Placebo")) {
        expected.add((long) i);
      }
    }
    assertThat(rows).extracting(NumberedRow::number).isEqualTo(expected);
    assertThat(rows)
        .allSatisfy(
            row -> assertThat(row.values().get(row.values().size() - 1)).isEqualTo("Placebo"));
  }

  @Test
  void refusesAColumnThatTheOtherDatasetDoesNotHave() {
    assertThatThrownBy(() -> source(new Lookup("DM", null, "USUBJID", List.of("ARMM"))))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("lookups[0].columns[0]")
        .hasMessageContaining("Did you mean ARM?");
  }

  @Test
  void refusesKeysOfDifferentTypes() {
    assertThatThrownBy(() -> source(new Lookup("DM", null, "AVAL", List.of("ARM"))))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("lookups[0].on")
        .hasMessageContaining("DECIMAL");
  }

  @Test
  void refusesTheSameColumnTwice() {
    assertThatThrownBy(() -> source(new Lookup("DM", null, "USUBJID", Arrays.asList("ARM", "arm"))))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("DM.ARM is there twice");
  }

  @Test
  void knowsNoColumnThatWasNotLookedUp() {
    assertThatThrownBy(() -> ask(query(List.of(), "\"DM.AGE\" > 5")))
        .isInstanceOf(FilterProblem.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DM.ARM[1] = 'x'", "DM..ARM = 'x'", "DM.ARM.x = 'x'", "x.DM.ARM = 'x'"})
  void refusesOtherThingsWithDots(String filter) {
    assertThatThrownBy(() -> ask(query(List.of(), filter))).isInstanceOf(FilterProblem.class);
  }

  private static String arm(String subject) {
    return String.valueOf(ARMS.get(subject));
  }

  private static Query query(List<String> dimensions, String filter) {
    return new Query(dimensions, List.of(Measure.count("n")), filter, null, null)
        .withLookups(List.of(ARM));
  }

  private static QueryResult ask(Query query) {
    return reader.query(source(ARM), 1, query);
  }

  private static VersionSource source(Lookup lookup) {
    return VersionSource.of(events.parquet(), Events.SCHEMA)
        .with("lookups[0]", lookup, subjects, SUBJECTS);
  }
}
