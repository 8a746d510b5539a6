package org.stoa.work.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.stoa.shared.JsonText;
import org.stoa.shared.Problem;
import org.stoa.shared.TickingClock;
import org.stoa.work.HandlerRun;
import org.stoa.work.JobError;
import org.stoa.work.JobHandler;
import org.stoa.work.JobState;
import org.stoa.work.domain.Tally;
import org.stoa.work.domain.Transition;

/**
 * Runs a handler in a plain unit test as the engine would: the payload goes through JSON, the
 * policy of {@link org.stoa.work.Handles} decides about another attempt, {@code complete} follows a
 * success, and the clock ticks by the back-off instead of anybody waiting for it.
 *
 * <pre>{@code
 * Outcome outcome = new HandlerKit(new SendMail(gateway), clock).run(new Letter("ada@example.org"));
 * assertThat(outcome.state()).isEqualTo(JobState.SUCCEEDED);
 * }</pre>
 */
public final class HandlerKit {

  private final HandlerRegistry registry = new HandlerRegistry();
  private final KindOfJob kind;
  private final TickingClock clock;

  /**
   * What became of a job.
   *
   * @param state in which it ended: SUCCEEDED, FAILED or CANCELLED
   * @param result the JSON of its result, or null
   * @param error why it failed, or null
   * @param attempts how often it was begun
   * @param told what the last attempt told
   */
  public record Outcome(
      JobState state, String result, JobError error, int attempts, List<String> told) {}

  /** For a handler, with the clock that it reads. */
  public HandlerKit(JobHandler<?, ?> handler, TickingClock clock) {
    registry.add(handler.getClass(), handler);
    kind = registry.kind(registry.kinds().iterator().next());
    this.clock = clock;
  }

  /** Runs a job until it has ended, with as many attempts as the handler says. */
  public Outcome run(Object payload) {
    return run(payload, Integer.MAX_VALUE);
  }

  /** The same, cancelled when an attempt has told so much. */
  public Outcome run(Object payload, int wordsUntilCancelled) {
    String json = JsonText.of(payload);
    Tally tally = Tally.fresh(kind.policy().maxAttempts());
    long id = new HandlerRun().id();
    while (true) {
      tally = tally.started();
      HandlerRun run = new HandlerRun(id, tally.attempt()).cancelledAfter(wordsUntilCancelled);
      try {
        return succeeded(JsonText.read(json, kind.payload()), run);
      } catch (Exception e) {
        if (run.cancelled()) {
          return outcome(JobState.CANCELLED, null, null, run);
        }
        if (isLast(e, tally)) {
          return outcome(JobState.FAILED, null, error(e), run);
        }
        tally = tally.failed();
        clock.tick(backOff(tally.failures()));
      }
    }
  }

  private Outcome succeeded(Object payload, HandlerRun run) throws Exception {
    run.checkCancelled();
    Object result = kind.handler().run(payload, run);
    kind.handler().complete(payload, result, run);
    Object told = run.result().orElse(result);
    return outcome(JobState.SUCCEEDED, told == null ? null : JsonText.of(told), null, run);
  }

  private boolean isLast(Exception e, Tally tally) {
    return e instanceof Problem || kind.isFinal(e) || tally.afterFailure() == Transition.FAIL;
  }

  private Duration backOff(int failures) {
    return kind.backOff().after(failures, RandomGenerator.getDefault());
  }

  private static JobError error(Exception e) {
    return e instanceof Problem problem
        ? JobError.of(problem)
        : JobError.unexpected(e.getClass().getSimpleName());
  }

  private static Outcome outcome(JobState state, String result, JobError error, HandlerRun run) {
    return new Outcome(state, result, error, run.attempt(), new ArrayList<>(run.told()));
  }
}
