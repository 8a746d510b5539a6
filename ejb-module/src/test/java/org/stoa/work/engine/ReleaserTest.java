package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.store.Dependencies;

class ReleaserTest {

  private final Queue<Runnable> begun = new ArrayDeque<>();
  private final Noted dependencies = new Noted();
  private final Releaser releaser =
      new Releaser(dependencies, null, null, null, null, null, Clock.systemUTC()).on(begun::add);

  @Test
  void goesOnAfterAFaultThatNobodyExpected() {
    dependencies.broken = true;
    releaser.ended(List.of(new EndedJob(1, null, null)));
    runLikeAThread();

    dependencies.broken = false;
    releaser.ended(List.of(new EndedJob(2, null, null)));
    runLikeAThread();

    assertThat(dependencies.noted).containsExactly(2L);
  }

  /** What a task throws ends in its thread, and nobody else hears of it. */
  private void runLikeAThread() {
    while (!begun.isEmpty()) {
      try {
        begun.remove().run();
      } catch (IllegalStateException died) {
        assertThat(died).hasMessage("broken");
      }
    }
  }

  private static final class Noted extends Dependencies {

    private final List<Long> noted = new ArrayList<>();
    private boolean broken;

    Noted() {
      super(null);
    }

    @Override
    public List<Long> noteEnded(Collection<Long> jobs) {
      if (broken) {
        throw new IllegalStateException("broken");
      }
      noted.addAll(jobs);
      return List.of();
    }
  }
}
