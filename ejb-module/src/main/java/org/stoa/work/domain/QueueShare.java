package org.stoa.work.domain;

import java.util.Objects;
import org.stoa.work.LimitWork;

/**
 * How much of a node's workers a queue may have beside the others.
 *
 * @param weight its part of what is shared, in proportion to the weights of the others; at least 1
 * @param reserved so many workers are kept free for it on each node; 0 for none
 */
public record QueueShare(int weight, int reserved) {

  /** Of a queue about which nothing was decided. */
  public static final QueueShare USUAL = new QueueShare(1, 0);

  /** As it was decided. */
  static QueueShare of(LimitWork decided) {
    return new QueueShare(
        Objects.requireNonNullElse(decided.weight(), USUAL.weight()),
        Objects.requireNonNullElse(decided.reserved(), USUAL.reserved()));
  }
}
