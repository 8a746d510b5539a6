package org.stoa.work.schedule;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** What timers ask of this node's share in the schedules: many short transactions, one by one. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ScheduleNode {

  private static final Logger LOG = System.getLogger(ScheduleNode.class.getName());
  private static final int AT_ONCE = 50;
  private static final int MANY = 10_000;

  private ScheduleTurns turns;

  /** For the container's proxies only. */
  protected ScheduleNode() {}

  /** With what is done in one transaction each. */
  @Inject
  public ScheduleNode(ScheduleTurns turns) {
    this.turns = turns;
  }

  /** Deals with everything that is due. */
  public void fire() {
    all(AT_ONCE, turns::noticeNotFired);
    allBut(failed -> turns.fireDue(failed, AT_ONCE) == AT_ONCE);
    allBut(
        seen -> {
          List<UUID> looked = turns.releaseHeld(seen, AT_ONCE);
          seen.addAll(looked);
          return looked.size() == AT_ONCE;
        });
    all(AT_ONCE, turns::noticeNotEnded);
  }

  /** Forgets old history; tells how much. */
  public int forgetOld() {
    return all(MANY, turns::forgetOld);
  }

  private static int all(int atOnce, IntUnaryOperator turn) {
    int sum = 0;
    for (int done = atOnce; done == atOnce; sum += done) {
      done = turn.applyAsInt(atOnce);
    }
    return sum;
  }

  /** A schedule that fails keeps no other from its turn; its own comes again with the next. */
  private static void allBut(Predicate<Set<UUID>> turn) {
    Set<UUID> except = new HashSet<>();
    for (boolean more = true; more; ) {
      try {
        more = turn.test(except);
      } catch (FiringFailed e) {
        LOG.log(Level.WARNING, "{0} Its turn comes again.", e.getMessage());
        more = except.add(e.schedule());
      }
    }
  }
}
