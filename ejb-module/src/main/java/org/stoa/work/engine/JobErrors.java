package org.stoa.work.engine;

import java.time.Duration;
import java.util.Map;
import org.stoa.work.JobError;

/** What the engine itself says about jobs that did not succeed. */
final class JobErrors {

  private JobErrors() {}

  static JobError expired() {
    return new JobError(
        "urn:stoa:problem:job-expired",
        "It waited too long",
        "The job had not begun when its time was over.",
        Map.of());
  }

  static JobError timedOut(Duration timeout) {
    return new JobError(
        "urn:stoa:problem:job-timed-out",
        "It took too long",
        "The attempt took longer than the %s s that jobs of its kind may take."
            .formatted(timeout.toMillis() / 1000.0),
        Map.of("timeoutMillis", timeout.toMillis()));
  }

  static JobError tooManyLosses(int losses) {
    return new JobError(
        "urn:stoa:problem:worker-lost",
        "The worker vanished",
        "The server that ran the job vanished " + losses + " times, so the job is given up.",
        Map.of("losses", losses));
  }
}
