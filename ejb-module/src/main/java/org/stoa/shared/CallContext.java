package org.stoa.shared;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * The actor of the call that the current thread serves. The edges set it (request filter, job
 * worker, start-up) and clear it again; everything inside reads it.
 */
public final class CallContext {

  private static final ThreadLocal<Actor> CURRENT = new ThreadLocal<>();

  private CallContext() {}

  /** The current actor, or empty when nobody signed in. */
  public static Optional<Actor> actor() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * The current actor.
   *
   * @throws UnauthenticatedProblem when nobody signed in
   */
  public static Actor requiredActor() {
    return actor().orElseThrow(UnauthenticatedProblem::new);
  }

  /**
   * The organisation on whose rows the call works.
   *
   * @throws UnauthenticatedProblem when nobody signed in
   */
  public static UUID organisation() {
    return requiredActor().organisation();
  }

  /** Runs the action as the given actor, then puts back whoever was there before. */
  public static <T> T callAs(Actor actor, Callable<T> action) throws Exception {
    Actor before = CURRENT.get();
    CURRENT.set(actor);
    try {
      return action.call();
    } finally {
      restore(before);
    }
  }

  /** As {@link #callAs}, for an action without result or checked exception. */
  public static void runAs(Actor actor, Runnable action) {
    Actor before = CURRENT.get();
    CURRENT.set(actor);
    try {
      action.run();
    } finally {
      restore(before);
    }
  }

  private static void restore(Actor before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
