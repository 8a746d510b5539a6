package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stoa.work.domain.Allowance;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Limits;
import org.stoa.work.domain.ReadyLanes;
import org.stoa.work.domain.Wish;
import org.stoa.work.store.Claims;

/** Claims jobs for this node: what waits, in fair turns, within the limits, and is not paused. */
@ApplicationScoped
public class Claimer {

  private CurrentControls controls;
  private Claims claims;
  private LimitedClaims limited;
  private ThisNode node;
  private Clock clock;

  /** For the container's proxies only. */
  protected Claimer() {}

  /** With the store, and what people decided. */
  @Inject
  public Claimer(
      CurrentControls controls, Claims claims, LimitedClaims limited, ThisNode node, Clock clock) {
    this.controls = controls;
    this.claims = claims;
    this.limited = limited;
    this.node = node;
    this.clock = clock;
  }

  /**
   * Claims jobs of a queue. Not for two callers at once with the same lanes.
   *
   * @param lanes what is known to wait; learns from what was found
   * @param most at most so many
   */
  List<ClaimedJob> claim(String queue, ReadyLanes lanes, int most) {
    Set<String> kinds = controls.unpaused(queue, lanes.kinds());
    if (kinds.isEmpty()) {
      return List.of();
    }
    Limits limits = controls.limits(queue, kinds);
    return limits.isNone()
        ? claim(queue, lanes, most, Allowance.unlimited(kinds), clock.instant())
        : limited.claim(
            queue, limits, kinds, (allowance, now) -> claim(queue, lanes, most, allowance, now));
  }

  private List<ClaimedJob> claim(
      String queue, ReadyLanes lanes, int most, Allowance allowance, Instant now) {
    List<Wish> wishes = lanes.plan(most, allowance, controls::weight);
    if (wishes.isEmpty()) {
      return List.of();
    }
    List<ClaimedJob> claimed = claims.claim(queue, wishes, node.id(), now);
    lanes.learn(wishes, claimed.stream().map(ClaimedJob::ready).toList(), controls::weight);
    return claimed;
  }
}
