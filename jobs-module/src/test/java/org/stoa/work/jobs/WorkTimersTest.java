package org.stoa.work.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.ejb.Schedule;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkTimersTest {

  private final RecordingNode node = new RecordingNode();
  private final WorkTimers timers = new WorkTimers();

  @BeforeEach
  void giveTheTimersTheirNode() {
    timers.node = node;
  }

  @Test
  void eachTimerTakesItsOwnTurn() {
    turns().forEach(Runnable::run);
    assertThat(node.asked())
        .containsExactly("beat", "ready jobs", "lost jobs", "progress", "tidy", "books");
  }

  /** The container cancels a timer whose method throws twice: the node would then stand still. */
  @Test
  void aTurnThatFailsLeavesTheTimerAlive() {
    node.fails();
    assertThat(turns()).allSatisfy(turn -> assertThatCode(turn::run).doesNotThrowAnyException());
    assertThat(node.asked()).hasSize(6);
  }

  /** A timer kept in a store would be run by one node of the cluster only. */
  @Test
  void everyTimerBelongsToItsNodeAlone() {
    List<Schedule> schedules =
        Arrays.stream(WorkTimers.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Schedule.class))
            .map(WorkTimersTest::schedule)
            .toList();
    assertThat(schedules).hasSize(6).noneMatch(Schedule::persistent);
  }

  private List<Runnable> turns() {
    return List.of(
        timers::beat,
        timers::wakeQueuesWithReadyJobs,
        timers::takeBackLostJobs,
        timers::writeProgress,
        timers::tidy,
        timers::checkBooks);
  }

  private static Schedule schedule(Method method) {
    return method.getAnnotation(Schedule.class);
  }
}
