package org.stoa.work;

/**
 * How much of a queue or a kind may be under way. Null leaves it to the handlers, or to what is
 * usual.
 *
 * @param running how many jobs run at once, on all nodes together
 * @param startsPerSecond how many start in any second, on all nodes together; for kinds only
 * @param weight the part of each node's workers that the queue has beside the others, in proportion
 *     to their weights; usually 1; for queues only
 * @param reserved how many workers of each node are kept free for the queue; usually none; for
 *     queues only
 */
public record LimitWork(
    Integer running, Integer startsPerSecond, Integer weight, Integer reserved) {

  /** Nothing was decided. */
  public static final LimitWork NONE = new LimitWork(null, null, null, null);
}
