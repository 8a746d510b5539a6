package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.stoa.shared.CallContext;
import org.stoa.shared.Ids;
import org.stoa.shared.JsonText;
import org.stoa.shared.Problem;
import org.stoa.work.JobError;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Ending;
import org.stoa.work.domain.Transition;
import org.stoa.work.store.Endings;

/** Runs one claimed job to the end of its attempt: success, failure, retry or stop. */
@ApplicationScoped
public class JobRunner {

  private static final Logger LOG = System.getLogger(JobRunner.class.getName());

  private HandlerRegistry registry;
  private RunningJobs running;
  private RunJournal journal;
  private JobCompletion completion;
  private GroupFinisher group;
  private Endings endings;
  private Releaser releaser;
  private JobAnnouncer announcer;
  private WorkSettings settings;
  private Clock clock;

  /** For the container's proxies only. */
  protected JobRunner() {}

  /** With all that an attempt needs. */
  @Inject
  public JobRunner(
      HandlerRegistry registry,
      RunningJobs running,
      RunJournal journal,
      JobCompletion completion,
      GroupFinisher group,
      Endings endings,
      Releaser releaser,
      JobAnnouncer announcer,
      WorkSettings settings,
      Clock clock) {
    this.registry = registry;
    this.running = running;
    this.journal = journal;
    this.completion = completion;
    this.group = group;
    this.endings = endings;
    this.releaser = releaser;
    this.announcer = announcer;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Runs the job and records how the attempt ended.
   *
   * @return how long it took
   */
  public Duration run(ClaimedJob job) {
    RunningJob run = new RunningJob(job, journal, clock);
    Instant start = clock.instant();
    running.begin(run);
    announcer.changed(Set.of(job.id()));
    CallContext.runAs(job.actor(), () -> attempt(run));
    return Duration.between(start, clock.instant());
  }

  /**
   * Ends an attempt whose handler does not stop. If it took too long, that is what it came to;
   * otherwise whoever finds the job held by nobody decides.
   */
  void writeOff(RunningJob run) {
    if (run.isTooLateInHandler()) {
      timedOut(run);
    }
    leave(run);
  }

  private void leave(RunningJob run) {
    running.end(run);
    announcer.changed(Set.of(run.id()));
    releaser.ended(run.job());
  }

  private void attempt(RunningJob run) {
    boolean isInGroup = false;
    try {
      if (run.job().isExpired(clock.instant())) {
        run.stop(StopReason.EXPIRED);
      }
      if (wasClaimedLongAgo(run)) {
        run.stop(StopReason.LEASE_LOST);
      }
      KindOfJob kind = registry.kind(run.job().kind());
      run.mayTake(kind.timeout());
      Object payload = JsonText.read(run.job().payload(), kind.payload());
      Object result = work(kind, payload, run);
      run.writeLog();
      if (!kind.completes()) {
        String json = json(run.laterResult().orElse(result));
        isInGroup = true;
        group.finish(run, json);
      } else {
        succeed(kind, payload, result, run);
      }
    } catch (Throwable thrown) {
      run.writeLog();
      endWithout(run, Causes.unwrapped(thrown));
    } finally {
      if (!isInGroup) {
        leave(run);
      }
    }
  }

  private static String json(Object result) {
    return result == null ? null : JsonText.of(result);
  }

  private static Object work(KindOfJob kind, Object payload, RunningJob run) throws Exception {
    run.beginInterruptible();
    try {
      run.checkCancelled();
      return kind.handler().run(payload, run);
    } finally {
      run.endInterruptible();
    }
  }

  /** The node stood still meanwhile: others have taken its jobs back, and do them. */
  private boolean wasClaimedLongAgo(RunningJob run) {
    return run.job().startedAt().plus(settings.lease()).isBefore(clock.instant());
  }

  private void succeed(KindOfJob kind, Object payload, Object result, RunningJob run) {
    Ending ending =
        Ending.succeeded(json(result), run.lastProgress(), settings.node(), clock.instant());
    completion.succeed(kind.handler(), payload, result, run, ending);
    LOG.log(Level.DEBUG, "Job {0} ({1}) succeeded", run.id(), kind.name());
  }

  private void endWithout(RunningJob run, Throwable thrown) {
    if (thrown instanceof LeaseLost) {
      LOG.log(Level.WARNING, "{0} Another attempt decides.", thrown.getMessage());
    } else if (run.stopReason().isPresent()) {
      stopped(run, run.stopReason().get());
    } else if (thrown instanceof Problem problem) {
      LOG.log(Level.INFO, "{0} failed: {1}", told(run), problem.getMessage());
      fail(run, JobError.of(problem));
    } else {
      failUnexpectedly(run, thrown);
    }
  }

  private void stopped(RunningJob run, StopReason reason) {
    Instant now = clock.instant();
    switch (reason) {
      case CANCELLED -> cancel(run);
      case EXPIRED -> expire(run);
      case TIMED_OUT -> timedOut(run);
      case NODE_STOPS -> endings.handBack(run.lease(), settings.node(), now);
      case LEASE_LOST -> LOG.log(Level.WARNING, "{0} was stopped: its lease was lost", told(run));
    }
  }

  private void failUnexpectedly(RunningJob run, Throwable thrown) {
    String incident = Ids.next().toString();
    JobError error = JobError.unexpected(incident);
    KindOfJob kind = registry.kind(run.job().kind());
    if (kind.isFinal(thrown) || run.job().tally().afterFailure() == Transition.FAIL) {
      LOG.log(Level.ERROR, told(run) + " failed for good, incident " + incident, thrown);
      fail(run, error);
    } else {
      LOG.log(Level.WARNING, told(run) + " failed, incident " + incident, thrown);
      retry(run, "FAILED", error);
    }
  }

  private void timedOut(RunningJob run) {
    JobError error = run.timeOutError();
    LOG.log(Level.WARNING, "{0} was stopped: {1}", told(run), error.detail());
    if (run.job().tally().afterFailure() == Transition.FAIL) {
      endings.finish(
          run.lease(),
          Ending.timedOut(error, run.lastProgress(), settings.node(), clock.instant()));
    } else {
      retry(run, "TIMED_OUT", error);
    }
  }

  private void retry(RunningJob run, String outcome, JobError error) {
    Instant now = clock.instant();
    Instant due = now.plus(backOff(run));
    if (!endings.retry(run.lease(), settings.node(), outcome, error, due, now)) {
      cancel(run);
    }
  }

  private void expire(RunningJob run) {
    endings.finish(
        run.lease(),
        Ending.cancelled(
            JobErrors.expired(), run.lastProgress(), settings.node(), clock.instant()));
  }

  private Duration backOff(RunningJob run) {
    int failures = run.job().tally().failures() + 1;
    return registry.kind(run.job().kind()).backOff().after(failures, ThreadLocalRandom.current());
  }

  private void fail(RunningJob run, JobError error) {
    endings.finish(
        run.lease(), Ending.failed(error, run.lastProgress(), settings.node(), clock.instant()));
  }

  /** Ends the job as cancelled; does nothing when the lease was lost. */
  private void cancel(RunningJob run) {
    endings.finish(
        run.lease(), Ending.cancelled(run.lastProgress(), settings.node(), clock.instant()));
  }

  private static String told(RunningJob run) {
    return "Job " + run.id() + " (" + run.job().kind() + ", attempt " + run.attempt() + ")";
  }
}
