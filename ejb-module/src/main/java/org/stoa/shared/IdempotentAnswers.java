package org.stoa.shared;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.stoa.shared.store.KeptAnswers;

/**
 * Does what a request asks once, however often it comes with the same key, and gives the same
 * answer each time. The answer is kept in the transaction that does it, so that there are both or
 * neither, wherever a server dies; for a day at least.
 */
@Stateless
public class IdempotentAnswers {

  private static final Duration KEPT = Duration.ofDays(1);

  private KeptAnswers kept;
  private Clock clock;

  /** For the container's proxies only. */
  protected IdempotentAnswers() {}

  /** With the answers that were given, and the clock. */
  @Inject
  public IdempotentAnswers(KeptAnswers kept, Clock clock) {
    this.kept = kept;
    this.clock = clock;
  }

  /**
   * The answer to a request of the current actor.
   *
   * @param effect does what is asked in the current transaction, and tells the answer; when it ends
   *     in an exception, all of it is rolled back and the key is free
   * @throws IdempotencyProblem when the key was used for another request, or its request still runs
   */
  @Allowed(Allowed.EVERYONE)
  public IdempotentAnswer once(IdempotentRequest request, Supplier<IdempotentAnswer> effect) {
    Actor caller = CallContext.requiredActor();
    if (!kept.reserve(caller, request)) {
      throw IdempotencyProblem.running(request.key());
    }
    Optional<KeptAnswers.Kept> earlier = kept.find(caller, request);
    if (earlier.isEmpty()) {
      IdempotentAnswer answer = effect.get();
      kept.keep(caller, request, answer, clock.instant());
      return answer;
    }
    if (!earlier.get().fingerprint().equals(request.fingerprint())) {
      throw IdempotencyProblem.reused(request.key());
    }
    return earlier.get().answer();
  }

  /** Removes old answers, of all organisations; tells how many. */
  @Allowed(Allowed.SYSTEM)
  public int forgetOld() {
    return kept.removeBefore(clock.instant().minus(KEPT));
  }
}
