package org.stoa.shared.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;

/** Turns of timers. One that fails is told and made up by the next: its timer stays alive. */
public final class Turns {

  private static final Logger LOG = System.getLogger(Turns.class.getName());

  private Turns() {}

  /**
   * A turn that comes again soon.
   *
   * @param what it does: "look for ready jobs"
   */
  public static void take(String what, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "The turn to {0} failed, the next follows: {1}", what, e.toString());
    }
  }

  /**
   * A turn that clears something away for the installation.
   *
   * @param what it clears away: "leftovers of loads"
   * @param action tells how much it was
   */
  public static void clearAway(String what, Callable<Integer> action) {
    try {
      int cleared = CallContext.callAs(Actor.installation(), action);
      LOG.log(cleared == 0 ? Level.DEBUG : Level.INFO, "Cleared away {0} {1}.", cleared, what);
    } catch (Exception e) {
      LOG.log(Level.ERROR, "Clearing away " + what + " failed.", e);
    }
  }
}
