package org.stoa.identity;

import java.time.Duration;
import org.stoa.shared.Problem;

/** Too many failures to sign in; nobody gets in with this e-mail address for a while. */
public class LockedProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** Says for how long, in whole seconds and at least one. */
  public LockedProblem(Duration left) {
    this(Math.max(1, left.plusMillis(999).toSeconds()));
  }

  private LockedProblem(long seconds) {
    super(
        "locked",
        429,
        "Locked after repeated failures",
        "Signing in failed too often with this e-mail address. Try again in " + seconds + " s.");
    member("retryAfter", seconds);
  }
}
