package org.stoa.work.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.ToIntFunction;

/**
 * Divides turns among organisations by weight: stride scheduling (Waldspurger and Weihl, 1995). Who
 * had a turn moves on by one over its weight; the turn is always of who is furthest behind. Who was
 * away saves nothing up: it comes back beside those that are there.
 */
public final class FairTurns {

  private final Map<UUID, Double> passes = new HashMap<>();
  private double floor;

  private record Runner(UUID organisation, double pass) {}

  /**
   * Divides some turns.
   *
   * @param waiting the organisations that have something to do
   * @return how many turns each of them has, the one that is furthest behind first
   */
  public Map<UUID, Integer> divide(
      int turns, Collection<UUID> waiting, ToIntFunction<UUID> weights) {
    PriorityQueue<Runner> runners =
        new PriorityQueue<>(
            Comparator.comparingDouble(Runner::pass).thenComparing(Runner::organisation));
    waiting.forEach(organisation -> runners.add(new Runner(organisation, pass(organisation))));
    Map<UUID, Integer> divided = new LinkedHashMap<>();
    for (int i = 0; i < turns && !runners.isEmpty(); i++) {
      Runner next = runners.poll();
      divided.merge(next.organisation(), 1, Integer::sum);
      double stride = 1.0 / weights.applyAsInt(next.organisation());
      runners.add(new Runner(next.organisation(), next.pass() + stride));
    }
    return divided;
  }

  /** An organisation used some of its turns. */
  public void used(UUID organisation, int turns, int weight) {
    passes.put(organisation, pass(organisation) + (double) turns / weight);
  }

  /** Nobody but these waits any more. */
  public void keep(Collection<UUID> waiting) {
    waiting.forEach(organisation -> passes.putIfAbsent(organisation, floor));
    passes.keySet().retainAll(waiting);
    floor = passes.values().stream().mapToDouble(Double::doubleValue).min().orElse(floor);
  }

  private double pass(UUID organisation) {
    return Math.max(floor, passes.getOrDefault(organisation, floor));
  }
}
