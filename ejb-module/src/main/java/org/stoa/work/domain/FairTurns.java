package org.stoa.work.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.ToIntFunction;

/**
 * Divides turns by weight, such as among organisations: stride scheduling (Waldspurger and Weihl,
 * 1995). Who had a turn moves on by one over its weight; the turn is always of who is furthest
 * behind. Who was away saves nothing up: it comes back beside those that are there.
 *
 * @param <T> who has turns
 */
public final class FairTurns<T extends Comparable<? super T>> {

  private final Map<T, Double> passes = new HashMap<>();
  private double floor;

  private record Runner<T>(T who, double pass) {}

  /**
   * Divides some turns.
   *
   * @param waiting those that have something to do
   * @return how many turns each of them has, the one that is furthest behind first
   */
  public Map<T, Integer> divide(int turns, Collection<T> waiting, ToIntFunction<T> weights) {
    PriorityQueue<Runner<T>> runners =
        new PriorityQueue<>(
            Comparator.comparingDouble((Runner<T> runner) -> runner.pass())
                .thenComparing(Runner::who));
    waiting.forEach(who -> runners.add(new Runner<>(who, pass(who))));
    Map<T, Integer> divided = new LinkedHashMap<>();
    for (int i = 0; i < turns && !runners.isEmpty(); i++) {
      Runner<T> next = runners.poll();
      divided.merge(next.who(), 1, Integer::sum);
      double stride = 1.0 / weights.applyAsInt(next.who());
      runners.add(new Runner<>(next.who(), next.pass() + stride));
    }
    return divided;
  }

  /** One of them used some turns, or as much time. */
  public void used(T who, double turns, int weight) {
    passes.put(who, pass(who) + turns / weight);
  }

  /** Nobody but these waits any more. */
  public void keep(Collection<T> waiting) {
    waiting.forEach(who -> passes.putIfAbsent(who, floor));
    passes.keySet().retainAll(waiting);
    floor = passes.values().stream().mapToDouble(Double::doubleValue).min().orElse(floor);
  }

  /** How far it has come; who is furthest behind is next. */
  double pass(T who) {
    return Math.max(floor, passes.getOrDefault(who, floor));
  }
}
