package org.stoa.work;

/**
 * How many jobs of a batch are in which state. A job that is done again counts once, as the newer
 * one.
 *
 * @param waiting for whatever
 * @param running now
 * @param succeeded and so done
 * @param failed for good
 * @param cancelled by somebody, or because one before it did not succeed
 */
public record BatchCounts(int waiting, int running, int succeeded, int failed, int cancelled) {

  /** How many have ended, however. */
  public int ended() {
    return succeeded + failed + cancelled;
  }
}
