package org.stoa.work.schedule;

import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Freed;
import org.stoa.work.engine.AfterCommit;

/** Nobody is told after a commit, as if each message of it were lost. */
final class Untold extends AfterCommit {

  @Override
  public void submitted(Freed job) {
    // Whoever looks finds it.
  }

  @Override
  public void ended(EndedJob job) {
    // Whoever waits for its end finds it.
  }

  @Override
  public void changed(long id) {
    // Nobody looks at it here.
  }

  @Override
  public void cancelRequested(long id) {
    // The node that runs it sees it with its next heartbeat.
  }
}
