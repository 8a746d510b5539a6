package org.stoa.work.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;
import org.stoa.work.schedule.ScheduleNode;

class ScheduleTimersTest {

  /** Notes what it is asked, and fails if it is to. */
  private static final class Node extends ScheduleNode {

    private final StringBuilder asked = new StringBuilder();
    private boolean failing;

    @Override
    public void fire() {
      note("fire ");
    }

    @Override
    public int forgetOld() {
      note("forget ");
      return 0;
    }

    private void note(String what) {
      asked.append(what);
      if (failing) {
        throw new IllegalStateException("no database");
      }
    }
  }

  @Test
  void eachTimerTakesItsTurnAndOneThatFailsLeavesItAlive() {
    Node node = new Node();
    ScheduleTimers timers = new ScheduleTimers();
    timers.node = node;
    timers.fire();
    timers.forgetOld();
    node.failing = true;

    assertThatCode(timers::fire).doesNotThrowAnyException();
    assertThatCode(timers::forgetOld).doesNotThrowAnyException();
    assertThat(node.asked).hasToString("fire forget fire forget ");
  }
}
