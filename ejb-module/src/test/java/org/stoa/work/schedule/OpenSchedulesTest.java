package org.stoa.work.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.ForbiddenProblem;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.FiringOutcome;
import org.stoa.work.ScheduleDefinition;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.ScheduleView;
import org.stoa.work.SkipReason;

/** Who may schedule which kinds: the jobs of a schedule have all rights in the organisation. */
class OpenSchedulesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String EACH_MINUTE =
      "'kind':'FIXED_RATE','every':'PT60S','start':'" + ScheduleScene.NOON + "'";

  private ScheduleScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new ScheduleScene(database.application());
  }

  @Test
  void nobodySchedulesAKindThatIsOpenToNobody() {
    assertThatThrownBy(() -> scene.does(work -> work.schedules.create(of(ScheduleScene.CLOSED))))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageStartingWith("kind");
  }

  @Test
  void whoMayNotAskForAKindDoesNotScheduleItEither() {
    assertThatThrownBy(() -> scene.does(work -> work.schedules.create(of(ScheduleScene.PRINT))))
        .isInstanceOf(ForbiddenProblem.class)
        .hasMessageContaining("print.sheets");
  }

  @Test
  void aScheduleDoesNotBecomeOneOfAClosedKind() {
    ScheduleView open = scene.created(EACH_MINUTE, "");

    assertThatThrownBy(
            () -> scene.does(work -> work.schedules.change(open.id(), 0, of(ScheduleScene.CLOSED))))
        .isInstanceOf(InvalidProblem.class);
  }

  @Test
  void theSystemSchedulesWhatItLikes() {
    ScheduleView own = scene.doesAsSystem(work -> work.schedules.create(of(ScheduleScene.CLOSED)));

    assertThat(firstRun(own.id()).outcome()).isEqualTo(FiringOutcome.SUBMITTED);
  }

  @Test
  void aScheduleOfAKindThatIsOpenNoMoreRunsNothing() {
    UUID id = scene.doesAsSystem(work -> work.schedules.create(of(ScheduleScene.CLOSED))).id();
    database
        .ownerSql()
        .execute("UPDATE work_schedule SET of_system = false WHERE id = '" + id + "'");

    ScheduleFiring run = firstRun(id);
    assertThat(run.outcome()).isEqualTo(FiringOutcome.SKIPPED);
    assertThat(run.reason()).isEqualTo(SkipReason.REFUSED);
    assertThat(run.detail()).contains("not open to anyone");
  }

  private ScheduleFiring firstRun(UUID id) {
    scene.tick(60);
    scene.fire();
    return scene.history(id).get(0);
  }

  private static ScheduleDefinition of(String kind) {
    return ScheduleScene.definition("Of " + kind, kind, EACH_MINUTE, "");
  }
}
