package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.domain.DueEvent;
import org.stoa.work.messaging.JobEventSender;
import org.stoa.work.store.JobEventRecords;

/**
 * Tells other systems on the topic {@code stoa.events} how jobs ended, for organisations that asked
 * for it. Each end is told at least once.
 */
@Stateless
public class JobEvents {

  private static final int BATCH = 200;

  /** Longer than the sending of a batch takes; what a killed node took waits so long. */
  private static final Duration HOLD = Duration.ofSeconds(30);

  private JobEventRecords records;
  private JobEventSender sender;
  private AuditTrail audit;
  private Clock clock;

  /** For the container's proxies only. */
  protected JobEvents() {}

  /** With the store and the topic. */
  @Inject
  public JobEvents(JobEventRecords records, JobEventSender sender, AuditTrail audit, Clock clock) {
    this.records = records;
    this.sender = sender;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether the ends of the organisation's jobs are told. */
  @Allowed(WorkPermissions.EVENTS_READ)
  public JobEventsView listening() {
    return records.listening(CallContext.organisation());
  }

  /**
   * Has the ends of the organisation's jobs told from now on, or no more. Asking twice changes
   * nothing.
   *
   * @return how it is then
   * @throws InvalidProblem when the command does not say which
   */
  @Allowed(WorkPermissions.EVENTS_WRITE)
  public JobEventsView listen(TellJobEvents command) {
    if (command == null || command.told() == null) {
      throw new InvalidProblem("told", "must be true or false");
    }
    Actor actor = CallContext.requiredActor();
    boolean changed =
        command.told()
            ? records.listen(actor, clock.instant())
            : records.listenNoMore(actor.organisation());
    if (changed) {
      String action = command.told() ? "job-events.asked-for" : "job-events.ended";
      audit.record(AuditEntry.happened(action, "organisation", actor.organisation()));
    }
    return listening();
  }

  /**
   * Tells all ends that are to be told, of all organisations. An end is forgotten only once the
   * broker has it.
   *
   * @return how many
   * @throws RuntimeException when the broker or the database is away; the rest is told later
   */
  @Allowed(Allowed.SYSTEM)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public int tell() {
    int told = 0;
    List<DueEvent> due = records.take(BATCH, HOLD, clock.instant());
    while (!due.isEmpty()) {
      sender.send(due.stream().map(DueEvent::event).toList());
      records.told(due.stream().map(DueEvent::number).toList());
      told += due.size();
      due = records.take(BATCH, HOLD, clock.instant());
    }
    return told;
  }

  /** Removes ends that can be told no more, because their jobs are forgotten; tells how many. */
  @Allowed(Allowed.SYSTEM)
  public int forgetUnknown() {
    return records.forgetUnknown();
  }
}
