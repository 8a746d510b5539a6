package org.stoa.work.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoa.work.schedule.ScheduleScene.NOON;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.StaleVersionProblem;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.JobKind;
import org.stoa.work.MissedRuns;
import org.stoa.work.OverlapPolicy;
import org.stoa.work.ScheduleDefinition;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.ScheduleView;

class ScheduleBookTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String HOURLY = "'kind':'UNIX_CRON','cron':'0 * * * *'";

  private ScheduleScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new ScheduleScene(database.application());
  }

  @Test
  void keepsAScheduleWithWhatWasLeftOutFilledIn() {
    ScheduleView created = scene.created(HOURLY, "");

    assertThat(scene.seen(created.id())).isEqualTo(created);
    assertThat(created.definition().overlap()).isEqualTo(OverlapPolicy.SKIP);
    assertThat(created.definition().missed()).isEqualTo(MissedRuns.RUN_ONCE);
    assertThat(created.definition().payload().getString("text")).isEqualTo("hello");
    assertThat(created.next().at()).isEqualTo(NOON.plusSeconds(3600));
    assertThat(created.createdBy()).isEqualTo("ada@example.org");
    assertThat(created.version()).isZero();
    assertThat(scene.changes).containsExactly(created.id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "'cron':'61 * * * *'; ; rule.cron",
        "; 'jitterSeconds':3601; jitterSeconds",
        "; 'queue':'a b'; queue",
        "; 'missedLimit':5; missedLimit",
        "; 'payload':{'words':1}; payload.words",
        "; 'alertAfterSeconds':0; alertAfterSeconds",
        "'end':'2026-02-01T00:00:00Z'; ; rule:",
      })
  void namesTheFieldThatIsWrong(String rule, String more, String field) {
    String base = rule != null && rule.startsWith("'cron'") ? "'kind':'UNIX_CRON'" : HOURLY;
    String whole = rule == null ? base : base + "," + rule;
    assertThatThrownBy(() -> scene.created(whole, more == null ? "" : more))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageStartingWith(field);
  }

  @Test
  void tellsTheKindsOfJobsThatCanBeScheduled() {
    List<JobKind> kinds = scene.does(work -> work.schedules.kinds());
    assertThat(kinds)
        .containsExactly(new JobKind(ScheduleScene.KIND, "default", Map.of("text", "String")));
  }

  @Test
  void aNameIsThereOnce() {
    ScheduleDefinition definition = ScheduleScene.definition("Nightly", HOURLY, "");
    scene.does(work -> work.schedules.create(definition));
    assertThatThrownBy(
            () ->
                scene.does(
                    work -> work.schedules.create(ScheduleScene.definition("NIGHTLY", HOURLY, ""))))
        .isInstanceOf(ConflictProblem.class);

    ScheduleView other = scene.created(HOURLY, "");
    assertThatThrownBy(() -> scene.does(work -> work.schedules.change(other.id(), 0, definition)))
        .isInstanceOf(ConflictProblem.class);
  }

  @Test
  void anotherRuleCountsFromNowAndAnotherNameDoesNot() {
    ScheduleView created = scene.created(HOURLY, "");
    scene.tick(600);
    ScheduleView named = change(created, HOURLY, 0);
    assertThat(named.next()).isEqualTo(created.next());
    assertThat(named.version()).isEqualTo(1);

    ScheduleView changed = change(created, "'kind':'UNIX_CRON','cron':'*/15 * * * *'", 1);
    assertThat(changed.next().at()).isEqualTo(NOON.plusSeconds(900));
  }

  @Test
  void whatSomebodyElseChangedIsNotOverwrittenOrRemoved() {
    ScheduleView created = scene.created(HOURLY, "");
    change(created, HOURLY, 0);

    assertThatThrownBy(() -> change(created, HOURLY, 0)).isInstanceOf(StaleVersionProblem.class);
    assertThatThrownBy(() -> remove(created.id(), 0)).isInstanceOf(StaleVersionProblem.class);
    remove(created.id(), 1);
    assertThatThrownBy(() -> scene.seen(created.id())).isInstanceOf(NotFoundProblem.class);
  }

  @Test
  void aPausedScheduleRunsNothingAndGoesOnFromNow() {
    UUID id = scene.each(60, "").id();
    ScheduleView paused = scene.does(work -> work.runs.pause(id));
    assertThat(paused.pausedBy()).isEqualTo("ada@example.org");
    assertThat(paused.pausedAt()).isEqualTo(NOON);
    assertThat(paused.next()).isNull();
    scene.tick(200);
    assertThat(scene.fire()).isZero();

    ScheduleView resumed = scene.does(work -> work.runs.resume(id));
    assertThat(resumed.next().at()).isEqualTo(NOON.plusSeconds(240));
    assertThat(scene.fire()).isZero();
    scene.tick(40);
    scene.fire();
    assertThat(scene.history(id))
        .extracting(ScheduleFiring::instant)
        .containsExactly(NOON.plusSeconds(240));
  }

  @Test
  void anotherOrganisationSeesAndChangesNothing() {
    ScheduleView created = scene.created(HOURLY, "");
    ScheduleScene stranger = new ScheduleScene(database.application());

    assertThatThrownBy(() -> stranger.seen(created.id())).isInstanceOf(NotFoundProblem.class);
    assertThatThrownBy(() -> stranger.does(work -> work.runs.pause(created.id())))
        .isInstanceOf(NotFoundProblem.class);
    assertThatThrownBy(() -> stranger.does(work -> work.runs.runNow(created.id())))
        .isInstanceOf(NotFoundProblem.class);
    assertThat(stranger.does(work -> work.schedules.list(PageRequest.of(10, null))).items())
        .isEmpty();
  }

  @Test
  void listsPageByPage() {
    ScheduleView older = scene.created(HOURLY, "");
    ScheduleView newer = scene.created(HOURLY, "");
    scene.tick(3600);
    scene.fire();
    scene.tick(3600);
    scene.fire();

    Page<ScheduleView> first = scene.does(work -> work.schedules.list(PageRequest.of(1, null)));
    Page<ScheduleView> second =
        scene.does(work -> work.schedules.list(new PageRequest(1, first.next())));
    assertThat(first.items()).extracting(ScheduleView::id).containsExactly(newer.id());
    assertThat(second.items()).extracting(ScheduleView::id).containsExactly(older.id());
    assertThat(second.items().get(0).last().instant()).isEqualTo(NOON.plusSeconds(7200));
    assertThat(second.next()).isEmpty();

    Page<ScheduleFiring> newest =
        scene.does(work -> work.runs.list(older.id(), PageRequest.of(1, null)));
    Optional<String> next = newest.next();
    Page<ScheduleFiring> oldest =
        scene.does(work -> work.runs.list(older.id(), new PageRequest(1, next)));
    assertThat(oldest.items().get(0).instant()).isEqualTo(NOON.plusSeconds(3600));
  }

  private ScheduleView change(ScheduleView schedule, String rule, long version) {
    return scene.does(
        work ->
            work.schedules.change(
                schedule.id(),
                version,
                ScheduleScene.definition(schedule.definition().name(), rule, "")));
  }

  private void remove(UUID id, long version) {
    scene.does(
        work -> {
          work.schedules.remove(id, version);
          return id;
        });
  }
}
