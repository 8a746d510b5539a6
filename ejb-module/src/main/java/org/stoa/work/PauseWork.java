package org.stoa.work;

/**
 * A pause of a queue or a kind.
 *
 * @param reason why, in words that are shown beside every job that waits for it; at most 200
 *     characters, null or empty for none
 */
public record PauseWork(String reason) {

  /** Without a reason. */
  public static PauseWork unexplained() {
    return new PauseWork(null);
  }
}
