package org.stoa.work.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stoa.work.JobCancelled;
import org.stoa.work.JobError;
import org.stoa.work.JobProgress;
import org.stoa.work.JobRun;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;
import org.stoa.work.domain.LogEntry;

/** One attempt at a job on this node: what its handler sees, and what can be done to it. */
final class RunningJob implements JobRun {

  private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);
  private static final int MOST_LINES = 10_000;

  private final ClaimedJob job;
  private final RunJournal journal;
  private final Clock clock;

  private Thread interruptible;
  private StopReason stopReason;
  private Instant stoppedAt;
  private Instant deadline;
  private Duration timeout;
  private JobProgress progress;
  private Object laterResult;
  private boolean progressUnwritten;
  private List<LogEntry> unwritten = new ArrayList<>();
  private int lines;
  private Instant lastWrite = Instant.EPOCH;

  RunningJob(ClaimedJob job, RunJournal journal, Clock clock) {
    this.job = job;
    this.journal = journal;
    this.clock = clock;
    if (job.cancelRequested()) {
      stopReason = StopReason.CANCELLED;
    }
  }

  ClaimedJob job() {
    return job;
  }

  Lease lease() {
    return job.lease();
  }

  @Override
  public long id() {
    return job.id();
  }

  @Override
  public int attempt() {
    return job.tally().attempt();
  }

  @Override
  public String idempotencyKey() {
    return job.kind() + ":" + job.id();
  }

  @Override
  public void progress(long done, Long total, String text) {
    synchronized (this) {
      progress = new JobProgress(done, total, text);
      progressUnwritten = true;
    }
    writeIfDue();
  }

  @Override
  public synchronized void result(Object result) {
    laterResult = result;
  }

  /** The result that the handler told when it completed the job, or empty. */
  synchronized Optional<Object> laterResult() {
    return Optional.ofNullable(laterResult);
  }

  @Override
  public void log(String line) {
    synchronized (this) {
      lines++;
      if (lines <= MOST_LINES) {
        unwritten.add(new LogEntry(clock.instant(), line));
      } else if (lines == MOST_LINES + 1) {
        unwritten.add(new LogEntry(clock.instant(), "Further lines of this attempt are not kept."));
      }
    }
    writeIfDue();
  }

  @Override
  public synchronized boolean cancelled() {
    return stopReason != null;
  }

  @Override
  public void checkCancelled() {
    if (cancelled()) {
      throw new JobCancelled(job.id());
    }
  }

  synchronized Optional<StopReason> stopReason() {
    return Optional.ofNullable(stopReason);
  }

  /** Asks the handler to stop; the first reason counts. Wakes it if it waits for something. */
  synchronized void stop(StopReason reason) {
    if (stopReason == null) {
      stopReason = reason;
      stoppedAt = clock.instant();
      if (interruptible != null) {
        interruptible.interrupt();
      }
    }
  }

  /** The attempt may take so long from now on; null for as long as it likes. */
  synchronized void mayTake(Duration longest) {
    timeout = longest;
    deadline = longest == null ? null : clock.instant().plus(longest);
  }

  /** Stops the attempt if it takes too long. */
  synchronized void stopIfLate(Instant now) {
    if (deadline != null && !now.isBefore(deadline)) {
      stop(StopReason.TIMED_OUT);
    }
  }

  /** Whether it was to stop before this time, and has not. */
  synchronized boolean isHungSince(Instant limit) {
    return stoppedAt != null && stoppedAt.isBefore(limit);
  }

  /** Whether its handler was stopped because it takes too long, and goes on. */
  synchronized boolean isTooLateInHandler() {
    return stopReason == StopReason.TIMED_OUT && interruptible != null;
  }

  /** Why it failed, when it took too long. */
  synchronized JobError timeOutError() {
    return JobErrors.timedOut(timeout);
  }

  /** From here the current thread may be interrupted when the job is to stop. */
  synchronized void beginInterruptible() {
    interruptible = Thread.currentThread();
  }

  /** From here it may not; an interrupt that came too late to be noticed is gone. */
  synchronized void endInterruptible() {
    interruptible = null;
    if (Thread.interrupted() && stopReason == null) {
      Thread.currentThread().interrupt();
    }
  }

  /** The last progress that the handler told, or null. */
  synchronized JobProgress lastProgress() {
    return progress;
  }

  /** Writes what is new, unless something was written less than half a second ago. */
  void writeIfDue() {
    Instant now = clock.instant();
    Unwritten news;
    synchronized (this) {
      if (lastWrite.plus(BETWEEN_WRITES).isAfter(now)) {
        return;
      }
      news = takeUnwritten(now);
    }
    journal.write(job, news);
  }

  /** Writes the lines that are left. The progress goes with the ending. */
  void writeLog() {
    Unwritten news;
    synchronized (this) {
      progressUnwritten = false;
      news = takeUnwritten(clock.instant());
    }
    journal.write(job, news);
  }

  private Unwritten takeUnwritten(Instant now) {
    Unwritten news = new Unwritten(progressUnwritten ? progress : null, unwritten);
    if (!news.isEmpty()) {
      progressUnwritten = false;
      unwritten = new ArrayList<>();
      lastWrite = now;
    }
    return news;
  }
}
