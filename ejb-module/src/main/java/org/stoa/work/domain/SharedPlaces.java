package org.stoa.work.domain;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The places for workers on a node, which its queues share. A place that is reserved for a queue is
 * kept free for it, but one is left for the others. Those are shared by weight: when places run
 * short, the next one that is free goes to the queue whose workers had the least time for its
 * weight. No queue saves up time while it wants nothing. Safe for many threads.
 */
public final class SharedPlaces {

  private static final double NANOS = 1e9;

  private final int places;
  private final Supplier<Map<String, QueueShare>> shares;
  private final FairTurns<String> turns = new FairTurns<>();
  private final Map<String, Integer> taken = new HashMap<>();
  private final Set<String> wanting = new HashSet<>();

  /**
   * Some places.
   *
   * @param shares what was decided about queues, now; the others have the usual share
   */
  public SharedPlaces(int places, Supplier<Map<String, QueueShare>> shares) {
    this.places = places;
    this.shares = shares;
  }

  /**
   * Takes a place for a worker of the queue.
   *
   * @return false when there is none for it; the queue is named by {@link #giveBack} when it is its
   *     turn
   */
  public synchronized boolean take(String queue) {
    if (!mayTake(queue)) {
      wanting.add(queue);
      return false;
    }
    wanting.remove(queue);
    put(queue, 1);
    return true;
  }

  /**
   * Whether a worker of the queue may take another job. When not, it gives its place back, because
   * it is the turn of another queue; its own queue is named again later.
   */
  public synchronized boolean mayGoOn(String queue) {
    if (wanting.isEmpty() || taken(queue) <= share(queue).reserved()) {
      return true;
    }
    put(queue, -1);
    boolean isOthersTurn =
        next()
            .filter(other -> isWithinReserve(other) || turns.pass(other) < turns.pass(queue))
            .isPresent();
    put(queue, 1);
    if (isOthersTurn) {
      wanting.add(queue);
    }
    return !isOthersTurn;
  }

  /** A worker of the queue had its place for so long. */
  public synchronized void used(String queue, Duration time) {
    turns.used(queue, time.toNanos() / NANOS, share(queue).weight());
  }

  /**
   * Gives a place back.
   *
   * @return the queue whose turn it is to take one; empty when none wants one that may
   */
  public synchronized Optional<String> giveBack(String queue) {
    put(queue, -1);
    Set<String> active = new HashSet<>(taken.keySet());
    active.addAll(wanting);
    turns.keep(active);
    Optional<String> next = next();
    next.ifPresent(wanting::remove);
    return next;
  }

  private void put(String queue, int more) {
    taken.merge(queue, more, (old, change) -> old + change == 0 ? null : old + change);
  }

  /** Whose turn it is of those that want a place and may have one. */
  private Optional<String> next() {
    return wanting.stream()
        .filter(this::mayTake)
        .min(
            Comparator.comparing((String queue) -> !isWithinReserve(queue))
                .thenComparingDouble(turns::pass)
                .thenComparing(Comparator.naturalOrder()));
  }

  private boolean mayTake(String queue) {
    int free = places - taken.values().stream().mapToInt(Integer::intValue).sum();
    return free > (isWithinReserve(queue) ? 0 : keptForOthers(queue));
  }

  private int keptForOthers(String queue) {
    int reserved =
        shares.get().entrySet().stream()
            .filter(other -> !other.getKey().equals(queue))
            .mapToInt(other -> Math.max(0, other.getValue().reserved() - taken(other.getKey())))
            .sum();
    return Math.min(reserved, places - 1);
  }

  private boolean isWithinReserve(String queue) {
    return taken(queue) < share(queue).reserved();
  }

  private int taken(String queue) {
    return taken.getOrDefault(queue, 0);
  }

  private QueueShare share(String queue) {
    return shares.get().getOrDefault(queue, QueueShare.USUAL);
  }
}
