package org.stoa.work.schedule;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.stoa.work.store.Firings;

/** What is done for schedules in one transaction each. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ScheduleTurns {

  private static final Duration KEPT = Duration.ofDays(90);

  private Firer firer;
  private SilenceWatch watch;
  private Firings firings;
  private Clock clock;

  /** For the container's proxies only. */
  protected ScheduleTurns() {}

  /** With who fires, who watches, and the history. */
  @Inject
  public ScheduleTurns(Firer firer, SilenceWatch watch, Firings firings, Clock clock) {
    this.firer = firer;
    this.watch = watch;
    this.firings = firings;
    this.clock = clock;
  }

  /**
   * Deals with times that are due.
   *
   * @param except schedules to leave alone
   * @return with how many schedules
   */
  public int fireDue(Collection<UUID> except, int limit) {
    return firer.fireDue(clock.instant(), except, limit);
  }

  /** Submits jobs that waited for others; tells at which schedules it looked. */
  public List<UUID> releaseHeld(Collection<UUID> except, int limit) {
    return firer.releaseHeld(clock.instant(), except, limit);
  }

  /** Notices times that nobody dealt with; tells how many. */
  public int noticeNotFired(int limit) {
    return watch.notFired(clock.instant(), limit);
  }

  /** Notices jobs that did not end in time; tells at how many it looked. */
  public int noticeNotEnded(int limit) {
    return watch.notEnded(clock.instant(), limit);
  }

  /** Forgets history that is older than 90 days; tells how much. */
  public int forgetOld(int limit) {
    return firings.forgetBefore(clock.instant().minus(KEPT), limit);
  }
}
