package org.stoa.work.engine;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.Lane;
import org.stoa.work.domain.ReadyJob;

/** What one transaction wants to be told if it commits: each lane and each job once. */
final class CommitNotes implements Synchronization {

  private final Map<Lane, Long> ready = new LinkedHashMap<>();
  private final List<Freed> held = new ArrayList<>();
  private final List<EndedJob> ended = new ArrayList<>();
  private final Set<Long> changed = new LinkedHashSet<>();
  private final Set<Long> toStop = new LinkedHashSet<>();
  private final CommitTeller teller;

  CommitNotes(CommitTeller teller) {
    this.teller = teller;
  }

  void submitted(Freed job) {
    changed.add(job.job().id());
    if (job.hold() == null) {
      ready.merge(job.job().lane(), job.job().id(), Math::min);
    } else {
      held.add(job);
    }
  }

  void changed(long id) {
    changed.add(id);
  }

  void ended(EndedJob job) {
    ended.add(job);
    changed.add(job.id());
  }

  void cancelRequested(long id) {
    toStop.add(id);
    changed.add(id);
  }

  /** The first ready job of each lane. */
  List<ReadyJob> ready() {
    return ready.entrySet().stream()
        .map(lane -> new ReadyJob(lane.getKey(), lane.getValue()))
        .toList();
  }

  List<Freed> held() {
    return held;
  }

  List<EndedJob> ended() {
    return ended;
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
