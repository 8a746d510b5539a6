package org.stoa.work.engine;

import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import org.stoa.shared.Actor;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.domain.BackOff;

/**
 * What this node knows about a kind of job.
 *
 * @param policy queue, attempts and back-off
 * @param payload the type of the payload
 * @param rules what payloads must keep beside their type
 * @param handler does the work
 * @param completes whether the handler writes something that commits with the end of the job
 */
record KindOfJob(
    Handles policy,
    Type payload,
    PayloadRules rules,
    JobHandler<Object, Object> handler,
    boolean completes) {

  String name() {
    return policy.kind();
  }

  /** How long an attempt may take; null when it may take as long as it likes. */
  Duration timeout() {
    return policy.timeoutMillis() == 0 ? null : Duration.ofMillis(policy.timeoutMillis());
  }

  /** Whether no further attempt would mend it. */
  boolean isFinal(Throwable thrown) {
    return Arrays.stream(policy.finalErrors()).anyMatch(error -> error.isInstance(thrown));
  }

  /** Whether the actor may ask for such jobs from outside. */
  boolean isOpenTo(Actor actor) {
    return !policy.openTo().isEmpty() && actor.may(policy.openTo());
  }

  BackOff backOff() {
    return new BackOff(
        Duration.ofMillis(policy.backOffMillis()), Duration.ofMillis(policy.maxBackOffMillis()));
  }
}
