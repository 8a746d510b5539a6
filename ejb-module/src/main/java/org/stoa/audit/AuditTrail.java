package org.stoa.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.stoa.audit.store.AuditRecords;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;

/** Writes and reads the trail. Nothing else touches it, and nothing can change it. */
@Stateless
public class AuditTrail {

  private AuditRecords records;
  private Clock clock;

  /** For the container's proxies only. */
  protected AuditTrail() {}

  /** With the store of the entries and the clock. */
  @Inject
  public AuditTrail(AuditRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Says that the current actor did something. Part of the caller's transaction: it becomes visible
   * with the change or not at all.
   */
  @Allowed(Allowed.EVERYONE)
  public void record(AuditEntry entry) {
    records.add(CallContext.requiredActor(), clock.instant(), entry);
  }

  /** As {@link #record}, for calls in which nobody is signed in yet, such as signing in. */
  @Allowed(Allowed.ANYONE)
  public void recordAs(Actor actor, AuditEntry entry) {
    records.add(actor, clock.instant(), entry);
  }

  /**
   * As {@link #recordAs}, in a transaction of its own, so that it stays although the call is
   * refused: a failed sign-in.
   */
  @Allowed(Allowed.ANYONE)
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void recordRefusal(Actor actor, AuditEntry entry) {
    records.add(actor, clock.instant(), entry);
  }

  /** The entries of the current organisation that fit, newest first. */
  @Allowed(AuditPermissions.READ)
  public Page<AuditView> list(AuditQuery query, PageRequest page) {
    return records.list(CallContext.organisation(), query, page);
  }

  /**
   * One entry of the current organisation.
   *
   * @throws org.stoa.shared.NotFoundProblem when there is none with this id
   */
  @Allowed(AuditPermissions.READ)
  public AuditView find(UUID id) {
    return records.find(CallContext.organisation(), id);
  }
}
