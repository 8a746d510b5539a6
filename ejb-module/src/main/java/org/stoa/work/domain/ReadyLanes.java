package org.stoa.work.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * What a node knows of the ready jobs of one queue: the lanes in which some may wait, and how far
 * each is used up, so that a claim never reads again what is behind. It may know too much, never
 * too little for long: whoever makes a job ready tells it, and a look through the whole queue now
 * and then corrects it. Thread-safe.
 */
public final class ReadyLanes {

  private static final long NONE = Long.MAX_VALUE;

  private final Map<Lane, Entry> lanes = new HashMap<>();
  private final FairTurns<UUID> turns = new FairTurns<>();
  private long news;

  /**
   * A lane as it is known.
   *
   * @param from no ready job has a smaller id
   * @param heard the smallest id of which was told since the claim in flight was planned
   * @param since when anything was told last, counted in news
   */
  private record Entry(long from, long heard, long since) {

    Entry told(long id, long now) {
      return new Entry(Math.min(from, id), Math.min(heard, id), now);
    }

    Entry planned() {
      return new Entry(from, NONE, since);
    }

    /** After a claim; null when nothing is left. */
    Entry usedUpTo(long next) {
      long first = Math.min(next, heard);
      return first == NONE ? null : new Entry(first, NONE, since);
    }
  }

  /** A job became ready. */
  public synchronized void add(ReadyJob job) {
    news++;
    Entry known = lanes.getOrDefault(job.lane(), new Entry(NONE, NONE, news));
    lanes.put(job.lane(), known.told(job.id(), news));
  }

  /** Begins a look through the whole queue; what is told from here on is newer than the look. */
  public synchronized long beginLook() {
    return news;
  }

  /**
   * The look found these lanes with their first jobs, and no others.
   *
   * @param begun what {@link #beginLook} answered
   */
  public synchronized void found(Collection<ReadyJob> heads, long begun) {
    lanes.values().removeIf(entry -> entry.since() <= begun);
    for (ReadyJob head : heads) {
      Entry known = lanes.getOrDefault(head.lane(), new Entry(NONE, NONE, begun));
      lanes.put(head.lane(), known.told(head.id(), known.since()));
    }
  }

  /** Whether a job may wait. */
  public synchronized boolean isEmpty() {
    return lanes.isEmpty();
  }

  /** The kinds of which a job may wait. */
  public synchronized Set<String> kinds() {
    return lanes.keySet().stream().map(Lane::kind).collect(Collectors.toSet());
  }

  /**
   * Plans a claim: turns are divided among organisations by weight, and within an organisation the
   * higher priority comes first. What came of it must be learned before the next one is planned.
   *
   * @param most at most so many jobs
   * @param allowance what may begin
   * @param weights the weight of an organisation, at least 1
   */
  public synchronized List<Wish> plan(int most, Allowance allowance, ToIntFunction<UUID> weights) {
    Map<UUID, List<Lane>> waiting = allowed(allowance);
    int turnsNow = Math.min(most, allowance.total());
    Map<String, Integer> left = new HashMap<>(allowance.ofKind());
    List<Wish> wishes = new ArrayList<>();
    turns
        .divide(turnsNow, waiting.keySet(), weights)
        .forEach(
            (organisation, share) ->
                waiting
                    .get(organisation)
                    .forEach(lane -> wish(lane, share, left).ifPresent(wishes::add)));
    return wishes;
  }

  private Map<UUID, List<Lane>> allowed(Allowance allowance) {
    return lanes.keySet().stream()
        .filter(lane -> allowance.kinds().contains(lane.kind()))
        .sorted(
            Comparator.comparing(Lane::priority)
                .reversed()
                .thenComparing(lane -> lanes.get(lane).from()))
        .collect(
            Collectors.groupingBy(Lane::organisation, LinkedHashMap::new, Collectors.toList()));
  }

  private Optional<Wish> wish(Lane lane, int share, Map<String, Integer> left) {
    int most = Math.min(share, left.getOrDefault(lane.kind(), share));
    if (most <= 0) {
      return Optional.empty();
    }
    left.computeIfPresent(lane.kind(), (kind, free) -> free - most);
    Entry entry = lanes.get(lane).planned();
    lanes.put(lane, entry);
    return Optional.of(new Wish(lane, entry.from(), most, share));
  }

  /**
   * Learns from what came of a plan.
   *
   * @param claimed the jobs that were claimed
   */
  public synchronized void learn(
      List<Wish> plan, Collection<ReadyJob> claimed, ToIntFunction<UUID> weights) {
    Map<Lane, LongSummaryStatistics> got =
        claimed.stream()
            .collect(
                Collectors.groupingBy(ReadyJob::lane, Collectors.summarizingLong(ReadyJob::id)));
    Map<UUID, Integer> used = new HashMap<>();
    claimed.forEach(job -> used.merge(job.lane().organisation(), 1, Integer::sum));
    used.forEach((who, count) -> turns.used(who, count, weights.applyAsInt(who)));
    for (Wish wish : plan) {
      LongSummaryStatistics ofLane = got.getOrDefault(wish.lane(), new LongSummaryStatistics());
      int ofAll = used.getOrDefault(wish.lane().organisation(), 0);
      lanes.computeIfPresent(
          wish.lane(), (lane, entry) -> entry.usedUpTo(next(wish, ofLane, ofAll)));
    }
    turns.keep(lanes.keySet().stream().map(Lane::organisation).collect(Collectors.toSet()));
  }

  /**
   * From where the lane goes on. When the organisation got less than its share and the lane gave
   * less than was asked of it, nothing is left there.
   */
  private static long next(Wish wish, LongSummaryStatistics ofLane, int ofAll) {
    if (ofAll < wish.share() && ofLane.getCount() < wish.most()) {
      return NONE;
    }
    return ofLane.getCount() == 0 ? wish.from() : ofLane.getMax() + 1;
  }
}
