package org.stoa.work.jobs;

import java.util.ArrayList;
import java.util.List;
import org.stoa.work.domain.ReadyJob;
import org.stoa.work.engine.WorkNode;

/** A node that notes what it was asked, and fails if it is told to. */
final class RecordingNode extends WorkNode {

  private final List<String> asked = new ArrayList<>();
  private boolean broken;

  /** From now on every turn fails. */
  void fails() {
    broken = true;
  }

  /** What was asked, in its order. */
  List<String> asked() {
    return asked;
  }

  @Override
  public void wake(ReadyJob job) {
    note("wake " + job);
  }

  @Override
  public void wakeQueuesWithReadyJobs() {
    note("ready jobs");
  }

  @Override
  public void takeBackLostJobs() {
    note("lost jobs");
  }

  @Override
  public void writeProgress() {
    note("progress");
  }

  @Override
  public void beat() {
    note("beat");
  }

  @Override
  public void tidy() {
    note("tidy");
  }

  @Override
  public void checkBooks() {
    note("books");
  }

  private void note(String turn) {
    asked.add(turn);
    if (broken) {
      throw new IllegalStateException("the database is away");
    }
  }
}
