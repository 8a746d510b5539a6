package org.stoa.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.stoa.data.ColumnType.DATE;
import static org.stoa.data.ColumnType.INTEGER;
import static org.stoa.data.ColumnType.TEXT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.data.RowPage;
import org.stoa.data.query.Column;
import org.stoa.insight.mapping.DashboardMapping;
import org.stoa.insight.store.DashboardRecords;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.HandlerRun;

/** The numbers of a dashboard are those that plain Java counts over the same rows. */
class DashboardsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final List<Column> DM =
      List.of(
          new Column("USUBJID", TEXT),
          new Column("SITEID", INTEGER),
          new Column("ARM", TEXT),
          new Column("RFXSTDTC", DATE),
          new Column("RFICDTC", TEXT));
  private static final List<Column> AE =
      List.of(
          new Column("USUBJID", TEXT),
          new Column("AEDECOD", TEXT),
          new Column("AEBODSYS", TEXT),
          new Column("AESEV", TEXT),
          new Column("AESER", TEXT));

  private final Actor ada = Laboratory.person(UUID.randomUUID());
  private final UUID owner = UUID.randomUUID();
  private final List<List<String>> subjects = new ArrayList<>();
  private final List<List<String>> events = new ArrayList<>();
  private final RecordedEvents<DashboardMapped> mapped = new RecordedEvents<>();
  private final HandlerRun run = new HandlerRun();
  private Laboratory laboratory;
  private Dashboards dashboards;
  private DashboardMapping mapping;

  @BeforeEach
  void aStudyOfFortySubjects(@TempDir Path home) {
    Random random = new Random(7);
    List<String> arms = List.of("Placebo", "High 'dose'");
    for (int i = 0; i < 40; i++) {
      boolean treated = random.nextInt(10) > 0;
      String day = "2024-%02d-%02d".formatted(1 + random.nextInt(9), 1 + random.nextInt(28));
      subjects.add(
          Arrays.asList(
              "S-" + i,
              String.valueOf(1 + random.nextInt(5)),
              treated ? arms.get(random.nextInt(2)) : null,
              treated ? day : null,
              random.nextInt(9) == 0 ? day.substring(0, 7) : day));
    }
    List<String> terms = List.of("Headache", "Cough, 'dry'", "Nausea", "Rash 😀", "Fall");
    for (int i = 0; i < 300; i++) {
      int term = random.nextInt(5);
      events.add(
          Arrays.asList(
              "S-" + random.nextInt(43),
              terms.get(term),
              random.nextInt(30) == 0 ? null : "Class " + term % 3,
              List.of("MILD", "MODERATE", "SEVERE").get(random.nextInt(3)),
              random.nextInt(8) == 0 ? "Y" : "N"));
    }
    laboratory = new Laboratory(database, home);
    DashboardRecords records = new DashboardRecords(database.sql());
    dashboards = new Dashboards(records, laboratory.datasets());
    mapping = new DashboardMapping(records, laboratory.datasets(), mapped, Laboratory.CLOCK);
  }

  @Test
  void showsSubjectsSitesEventsAndSeriousEvents() {
    DashboardView dashboard = mapped();

    assertThat(figure(dashboard, "subjects")).isEqualTo(40L);
    assertThat(figure(dashboard, "sites")).isEqualTo(distinct(subjects, 1));
    assertThat(figure(dashboard, "adverse-events")).isEqualTo(300L);
    assertThat(figure(dashboard, "serious-adverse-events"))
        .isEqualTo(events.stream().filter(event -> event.get(4).equals("Y")).count());
  }

  @Test
  void countsEventsBySeverityAndTheArmOfTheirSubject() {
    Map<String, String> arms = new HashMap<>();
    subjects.forEach(subject -> arms.put(subject.get(0), subject.get(2)));
    Map<List<Object>, Long> expected = new HashMap<>();
    for (List<String> event : events) {
      List<Object> group = Arrays.asList(event.get(3), arms.get(event.get(0)));
      expected.merge(group, 1L, Long::sum);
    }

    WidgetData data = data(mapped(), "events-by-severity-and-arm");

    Map<List<Object>, Object> actual = new HashMap<>();
    data.rows().forEach(row -> actual.put(row.subList(0, 2), row.get(2)));
    assertThat(actual).isEqualTo(expected);
    assertThat(data.sources())
        .extracting(WidgetSource::dataset, WidgetSource::version)
        .containsExactly(tuple("AE", 1), tuple("DM", 1));
  }

  @Test
  void addsUpEnrolmentByMonth() {
    Map<String, Long> months = new TreeMap<>();
    subjects.forEach(subject -> months.merge(subject.get(4).substring(0, 7), 1L, Long::sum));

    WidgetData data = data(mapped(), "enrolment-over-time");

    long sum = 0;
    Map<Object, Object> actual = new HashMap<>();
    for (List<Object> row : data.rows()) {
      sum += months.getOrDefault((String) row.get(0), 0L);
      assertThat(row.get(2)).isEqualTo(sum);
      actual.put(row.get(0), row.get(1));
    }
    assertThat(actual).containsAllEntriesOf(months);
    assertThat(sum).isEqualTo(40);
  }

  @Test
  void countsEventsByOrganClassTheMostFrequentFirst() {
    Map<Object, Long> expected = new HashMap<>();
    events.forEach(event -> expected.merge(event.get(2), 1L, Long::sum));

    WidgetData data = data(mapped(), "events-by-organ-class");

    Map<Object, Object> actual = new HashMap<>();
    data.rows().forEach(row -> actual.put(row.get(0), row.get(1)));
    assertThat(actual).isEqualTo(expected);
    assertThat(data.rows())
        .isSortedAccordingTo((a, b) -> Long.compare((Long) b.get(1), (Long) a.get(1)));
  }

  @Test
  void givesTermsTheirShareOfTheTreatedSubjects() {
    long treated = subjects.stream().filter(subject -> subject.get(3) != null).count();
    Map<Object, Set<String>> have = new HashMap<>();
    events.forEach(
        event -> have.computeIfAbsent(event.get(1), term -> new HashSet<>()).add(event.get(0)));

    WidgetData data = data(mapped(), "most-frequent-terms");

    assertThat(data.rows()).hasSize(5);
    for (List<Object> row : data.rows()) {
      long number = have.get(row.get(0)).size();
      assertThat(row.get(1)).isEqualTo(number);
      assertThat(row.get(2)).isEqualTo(Math.round(1000.0 * number / treated) / 10.0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "events-by-severity-and-arm",
        "events-by-organ-class",
        "serious-adverse-events",
        "adverse-events"
      })
  void opensBehindEachMarkAsManyRowsAsItCounts(String widget) {
    DashboardView dashboard = mapped();
    WidgetData data = data(dashboard, widget);

    assertThat(data.marks()).hasSameSizeAs(data.rows());
    int measure =
        dashboard.widgets().stream()
            .filter(w -> w.id().equals(widget))
            .mapToInt(w -> w.series() != null ? 2 : w.category() != null ? 1 : 0)
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < data.rows().size(); i++) {
      assertThat(count(dashboard, widget, data.marks().get(i).id()))
          .isEqualTo(data.rows().get(i).get(measure));
    }
  }

  @Test
  void opensBehindAMonthTheSubjectsWhoJoinedInIt() {
    DashboardView dashboard = mapped();
    for (List<Object> row : data(dashboard, "enrolment-over-time").rows()) {
      assertThat(count(dashboard, "enrolment-over-time", "[\"" + row.get(0) + "\"]"))
          .isEqualTo(row.get(1));
    }
  }

  @Test
  void opensBehindATermTheEventsOfTheTerm() {
    RowPage page =
        as(
            ada,
            () ->
                dashboards.rows(
                    mapped().id(),
                    "most-frequent-terms",
                    new MarkRows("[\"Cough, 'dry'\"]", 200, null)));

    assertThat(page.rows())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.get(1)).isEqualTo("Cough, 'dry'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MILD",
        "[\"MILD\"]",
        "[[],[]]",
        "{}",
        "[\"a\",\"b\",\"c\"]",
        "'; DROP",
        "",
        "null"
      })
  void refusesAMarkThatTheWidgetDoesNotHave(String mark) {
    UUID id = mapped().id();

    assertThatThrownBy(
            () ->
                as(
                    ada,
                    () ->
                        dashboards.rows(
                            id, "events-by-severity-and-arm", new MarkRows(mark, 10, null))))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("mark");
  }

  @Test
  void countsNothingInADatasetWithoutRows() {
    events.clear();
    DashboardView dashboard = mapped();

    assertThat(figure(dashboard, "adverse-events")).isEqualTo(0L);
    assertThat(figure(dashboard, "serious-adverse-events")).isEqualTo(0L);
    assertThat(data(dashboard, "events-by-severity-and-arm").rows()).isEmpty();
    assertThat(data(dashboard, "most-frequent-terms").rows()).isEmpty();
  }

  @Test
  void saysWhatIsMissingInsteadOfANumber() {
    laboratory.load(ada, owner, "DM", DM, subjects);
    map();
    DashboardView dashboard = only();

    WidgetData data = data(dashboard, "adverse-events");

    assertThat(data.value()).isNull();
    assertThat(data.rows()).isEmpty();
    assertThat(data.missing()).isEqualTo("There is no dataset AE. Load one to see this.");
    assertThat(figure(dashboard, "subjects")).isEqualTo(40L);
    assertThatThrownBy(() -> count(dashboard, "adverse-events", null))
        .isInstanceOf(NotFoundProblem.class);
  }

  @Test
  void computesFromTheNewestVersion() {
    DashboardView dashboard = mapped();
    laboratory.load(ada, owner, "AE", AE, events.subList(0, 17));

    WidgetData data = data(dashboard, "adverse-events");

    assertThat(data.value()).isEqualTo(17L);
    assertThat(data.datasetVersion()).isEqualTo(2);
  }

  @Test
  void saysWhatKeepsItFromComputingUntilColumnsAreMappedAgain() {
    DashboardView dashboard = mapped();
    List<Column> renamed = new ArrayList<>(AE);
    renamed.set(3, new Column("SEVERITY", TEXT));
    laboratory.load(ada, owner, "AE", renamed, events);

    assertThat(data(dashboard, "events-by-severity-and-arm").missing()).contains("AESEV");

    map();
    DashboardView again = only();
    assertThat(again.id()).isEqualTo(dashboard.id());
    assertThat(again.version()).isEqualTo(dashboard.version() + 1);
    assertThat(data(again, "events-by-severity-and-arm").missing()).isNull();
    assertThat(mapped.fired()).hasSize(2);
  }

  @Test
  void mapsOnceWhenNothingChanged() {
    DashboardView dashboard = mapped();

    map();

    assertThat(only()).isEqualTo(dashboard);
    assertThat(mapped.fired()).containsExactly(new DashboardMapped(owner, dashboard.id()));
    assertThat(run.result()).contains(new DashboardMapping.Mapped(dashboard.id()));
  }

  @Test
  void neverShowsAnotherOrganisationsDashboards() {
    UUID id = mapped().id();
    Actor eve = Laboratory.person(UUID.randomUUID());

    assertThat(as(eve, () -> dashboards.list(owner))).isEmpty();
    assertThatThrownBy(() -> as(eve, () -> dashboards.find(id)))
        .isInstanceOf(NotFoundProblem.class);
    assertThatThrownBy(() -> as(eve, () -> dashboards.data(id, "subjects")))
        .isInstanceOf(NotFoundProblem.class);
  }

  @Test
  void knowsNoOtherWidget() {
    UUID id = mapped().id();

    assertThatThrownBy(() -> as(ada, () -> dashboards.data(id, "profits")))
        .isInstanceOf(NotFoundProblem.class);
  }

  private DashboardView mapped() {
    laboratory.load(ada, owner, "DM", DM, subjects);
    laboratory.load(ada, owner, "AE", AE, events);
    map();
    return only();
  }

  private void map() {
    CallContext.runAs(ada, () -> mapping.complete(new MapDashboards(owner), null, run));
  }

  private DashboardView only() {
    List<DashboardView> all = as(ada, () -> dashboards.list(owner));
    assertThat(all).hasSize(1);
    return as(ada, () -> dashboards.find(all.get(0).id()));
  }

  private WidgetData data(DashboardView dashboard, String widget) {
    return as(ada, () -> dashboards.data(dashboard.id(), widget));
  }

  private Object figure(DashboardView dashboard, String widget) {
    WidgetData data = data(dashboard, widget);
    assertThat(data.missing()).isNull();
    return data.value();
  }

  /** Counts by turning the pages, which shows that these hang together too. */
  private long count(DashboardView dashboard, String widget, String mark) {
    long count = 0;
    String after = null;
    do {
      MarkRows wanted = new MarkRows(mark, 20, after);
      RowPage page = as(ada, () -> dashboards.rows(dashboard.id(), widget, wanted));
      count += page.rows().size();
      after = page.next().orElse(null);
    } while (after != null);
    return count;
  }

  private static long distinct(List<List<String>> rows, int column) {
    return rows.stream().map(row -> row.get(column)).distinct().count();
  }

  private static <T> T as(Actor actor, Callable<T> action) {
    try {
      return CallContext.callAs(actor, action);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
