package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stoa.shared.CallContext;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.BatchCounts;
import org.stoa.work.BatchState;
import org.stoa.work.BatchView;
import org.stoa.work.Batches;
import org.stoa.work.JobLink;
import org.stoa.work.JobQuery;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.Jobs;
import org.stoa.work.WorkPermissions;

/** The batch that the address names. Its script renews the page as its jobs go on. */
@Named("batchPage")
@RequestScoped
public class BatchPage {

  private static final int MOST_STEPS = 200;

  /** How many jobs are in a state. */
  public record Count(JobState state, int jobs) {}

  @Inject private Batches batches;
  @Inject private Jobs jobs;
  @Inject private PageParameters parameters;
  @Inject private Clock clock;

  private BatchView batch;

  @PostConstruct
  void read() {
    batch = batches.find(parameters.id("batch"));
  }

  /** The batch. */
  public BatchView getBatch() {
    return batch;
  }

  /** How many of its jobs are in which state, all states. */
  public List<Count> getCounts() {
    BatchCounts counts = batch.counts();
    return List.of(
        new Count(JobState.QUEUED, counts.waiting()),
        new Count(JobState.RUNNING, counts.running()),
        new Count(JobState.SUCCEEDED, counts.succeeded()),
        new Count(JobState.FAILED, counts.failed()),
        new Count(JobState.CANCELLED, counts.cancelled()));
  }

  /** The share of its jobs that have ended, in percent; 100 only when all have. */
  public int getPercent() {
    return (int) Math.floor(100 * batch.done());
  }

  /** When its last job ended; now, as long as one has not. */
  public Instant getUntil() {
    return batch.endedAt() == null ? clock.instant() : batch.endedAt();
  }

  /** The job that failed first; null when none did or nothing is known of it any more. */
  public JobView getFailure() {
    try {
      return batch.firstFailure() == null ? null : jobs.find(batch.firstFailure());
    } catch (NotFoundProblem gone) {
      return null;
    }
  }

  /** The steps of a chain in their order; none when it is no chain, or has too many to be shown. */
  public List<JobView> getSteps() {
    if (!batch.ordered() || batch.jobs() > MOST_STEPS) {
      return List.of();
    }
    PageRequest all = PageRequest.of(MOST_STEPS, null);
    List<JobView> steps = new ArrayList<>(jobs.list(JobQuery.of(batch.id()), all).items());
    Collections.reverse(steps);
    return steps;
  }

  /** Whether the person may cancel it and something of it has not ended. */
  public boolean isCancelling() {
    return may(WorkPermissions.CANCEL)
        && (batch.state() == BatchState.RUNNING || !isContinuationOver());
  }

  /** Whether the person may have done again what did not succeed, and all of it has ended. */
  public boolean isRepeating() {
    boolean unsuccessful =
        batch.state() == BatchState.FAILED || batch.state() == BatchState.CANCELLED;
    return may(WorkPermissions.REPEAT) && unsuccessful && isContinuationOver();
  }

  private boolean isContinuationOver() {
    JobLink next = batch.continuation();
    return next == null || next.state() == null || next.state().isFinal();
  }

  private static boolean may(String permission) {
    return CallContext.requiredActor().may(permission);
  }
}
