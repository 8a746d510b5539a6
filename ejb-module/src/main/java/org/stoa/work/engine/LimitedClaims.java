package org.stoa.work.engine;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.stoa.work.domain.Allowance;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Limits;
import org.stoa.work.domain.Usage;
import org.stoa.work.store.LimitCounts;

/**
 * Claims jobs that are limited in number. One transaction locks the limits, counts what runs and
 * claims no more than fits; the next one, on whatever node, counts when it has committed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LimitedClaims {

  private LimitCounts counts;

  /** For the container's proxies only. */
  protected LimitedClaims() {}

  /** With the store. */
  @Inject
  public LimitedClaims(LimitCounts counts) {
    this.counts = counts;
  }

  /**
   * Claims within limits.
   *
   * @param claim claims what an allowance permits, at a time by the clock of the database
   */
  public List<ClaimedJob> claim(
      String queue,
      Limits limits,
      Set<String> kinds,
      BiFunction<Allowance, Instant, List<ClaimedJob>> claim) {
    counts.lock(scopes(queue, limits));
    Collection<String> withStarts = limits.startsOfKind().keySet();
    Usage usage = counts.usage(queue, withStarts);
    List<ClaimedJob> claimed = claim.apply(usage.within(limits, kinds), usage.at());
    counts.noteStarts(claimed, withStarts, usage.at());
    return claimed;
  }

  private static List<String> scopes(String queue, Limits limits) {
    Stream<String> ofQueue =
        limits.ofQueue() == null ? Stream.empty() : Stream.of("queue " + queue);
    Stream<String> ofKinds =
        Stream.of(limits.ofKind(), limits.startsOfKind())
            .flatMap(limited -> limited.keySet().stream())
            .map(kind -> "kind " + kind);
    return Stream.concat(ofQueue, ofKinds).distinct().sorted().toList();
  }
}
