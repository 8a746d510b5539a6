package org.stoa.work;

import java.time.Duration;
import java.util.Objects;

/**
 * What must not be done twice: of the jobs of a kind in an organisation with the same key, one is
 * taken, and submitting another returns the one that is there.
 *
 * @param text the key, 1 to 200 characters
 * @param scope for how long the first one counts
 * @param period how long for {@link Scope#PERIOD}, from the submission on; otherwise null
 */
public record JobKey(String text, Scope scope, Duration period) {

  private static final int MAX_LENGTH = 200;

  /** For how long the first job of a key keeps others away. */
  public enum Scope {
    /** Until it has ended. */
    UNFINISHED,
    /** Until it begins: what changes after that is worth another job. */
    WAITING,
    /** For a period, whether it has ended or not. */
    PERIOD
  }

  public JobKey {
    Objects.requireNonNull(scope, "scope");
    requireKey(text);
    if ((scope == Scope.PERIOD) != (period != null && period.compareTo(Duration.ZERO) > 0)) {
      throw new IllegalArgumentException("A period belongs to keys that count for one.");
    }
  }

  static void requireKey(String text) {
    if (text == null || text.isBlank() || text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("A key has 1 to " + MAX_LENGTH + " characters.");
    }
  }
}
