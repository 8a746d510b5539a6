package org.stoa.work.engine;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.LinkedHashSet;
import java.util.Set;

/** What one transaction wants to be told if it commits: each queue and each job once. */
final class CommitNotes implements Synchronization {

  private final Set<String> queues = new LinkedHashSet<>();
  private final Set<Long> changed = new LinkedHashSet<>();
  private final Set<Long> toStop = new LinkedHashSet<>();
  private final CommitTeller teller;

  CommitNotes(CommitTeller teller) {
    this.teller = teller;
  }

  void submitted(long id, String queue) {
    queues.add(queue);
    changed.add(id);
  }

  void changed(long id) {
    changed.add(id);
  }

  void cancelRequested(long id) {
    toStop.add(id);
  }

  Set<String> queues() {
    return queues;
  }

  Set<Long> changed() {
    return changed;
  }

  Set<Long> toStop() {
    return toStop;
  }

  @Override
  public void beforeCompletion() {
    // Nothing is said before the outcome is known.
  }

  @Override
  public void afterCompletion(int status) {
    if (status == Status.STATUS_COMMITTED) {
      teller.tell(this);
    }
  }
}
