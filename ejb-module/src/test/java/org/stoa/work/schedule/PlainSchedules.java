package org.stoa.work.schedule;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.work.Jobs;
import org.stoa.work.ScheduleSilent;
import org.stoa.work.domain.StoredSchedule;
import org.stoa.work.engine.HandlerRegistry;
import org.stoa.work.engine.JobForms;
import org.stoa.work.engine.PayloadForms;
import org.stoa.work.engine.PlainTransactions;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.Firings;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.ScheduleAlerts;
import org.stoa.work.store.ScheduleRows;
import org.stoa.work.store.Submissions;

/** The schedules of a node without a container: the same classes, each turn in a transaction. */
public final class PlainSchedules {

  private final PlainTransactions transactions;
  private final ScheduleNode node;

  /** On the transactions of a node, for the kinds that it knows. */
  public PlainSchedules(PlainTransactions transactions, HandlerRegistry registry) {
    this.transactions = transactions;
    Clock clock = Clock.systemUTC();
    Jdbc jdbc = new Jdbc(transactions);
    JobReads reads = new JobReads(jdbc);
    Firings firings = new Firings(jdbc);
    ScheduleNews nobody = new Unheard();
    Jobs jobs =
        new Jobs(
            new JobForms(registry),
            new Submissions(jdbc, new Dependencies(jdbc)),
            new Endings(jdbc),
            reads,
            new Untold(),
            new NoTrail(),
            clock);
    Submitter submitter = new Submitter(firings, new PayloadForms(registry), jobs);
    node =
        new ScheduleNode(
            new Turns(
                new Firer(new ScheduleRows(jdbc), firings, submitter, registry, nobody),
                new SilenceWatch(new ScheduleAlerts(jdbc), reads, nobody),
                firings,
                clock));
  }

  /** Deals with everything that is due. */
  public void fire() {
    node.fire();
  }

  private final class Turns extends ScheduleTurns {

    Turns(Firer firer, SilenceWatch watch, Firings firings, Clock clock) {
      super(firer, watch, firings, clock);
    }

    @Override
    public int fireDue(Collection<UUID> except, int limit) {
      return transactions.inTransaction(() -> super.fireDue(except, limit));
    }

    @Override
    public List<UUID> releaseHeld(Collection<UUID> except, int limit) {
      return transactions.inTransaction(() -> super.releaseHeld(except, limit));
    }

    @Override
    public int noticeNotFired(int limit) {
      return transactions.inTransaction(() -> super.noticeNotFired(limit));
    }

    @Override
    public int noticeNotEnded(int limit) {
      return transactions.inTransaction(() -> super.noticeNotEnded(limit));
    }
  }

  private static final class Unheard extends ScheduleNews {

    Unheard() {
      super(null, null);
    }

    @Override
    public void changed(StoredSchedule schedule) {
      // Nobody looks at it here.
    }

    @Override
    public void silent(ScheduleSilent silent) {
      // The row in the database is what is checked.
    }
  }

  private static final class NoTrail extends AuditTrail {

    @Override
    public void record(AuditEntry entry) {
      // Nobody reads it here.
    }
  }
}
