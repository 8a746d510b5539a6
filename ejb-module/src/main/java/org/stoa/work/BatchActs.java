package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.NotFoundProblem;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.Reopened;
import org.stoa.work.engine.AfterCommit;
import org.stoa.work.store.BatchCancels;
import org.stoa.work.store.BatchReads;
import org.stoa.work.store.BatchRecords;

/** Does something with a whole batch of the caller's organisation. */
@Stateless
public class BatchActs {

  private BatchReads reads;
  private BatchCancels cancels;
  private BatchRecords records;
  private AfterCommit afterCommit;
  private AuditTrail audit;
  private Clock clock;

  /** For the container's proxies only. */
  protected BatchActs() {}

  /** With the stores and what follows a commit. */
  @Inject
  public BatchActs(
      BatchReads reads,
      BatchCancels cancels,
      BatchRecords records,
      AfterCommit afterCommit,
      AuditTrail audit,
      Clock clock) {
    this.reads = reads;
    this.cancels = cancels;
    this.records = records;
    this.afterCommit = afterCommit;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Cancels all of a batch that has not ended, what continues it first: what waits at once, what
   * runs as soon as its handlers stop. Each step commits by itself, so that no worker waits for it;
   * who is interrupted cancels again.
   *
   * @return the batch as it is then
   * @throws BatchFinishedProblem when all of it has ended
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.CANCEL)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public BatchView cancel(UUID id) {
    BatchView batch = found(id);
    if (batch.state() != BatchState.RUNNING && isOver(batch.continuation())) {
      throw new BatchFinishedProblem(batch);
    }
    UUID organisation = CallContext.organisation();
    var cancelled = cancels.cancel(organisation, batch, clock.instant());
    cancelled.ended().forEach(afterCommit::ended);
    cancelled.asked().forEach(afterCommit::cancelRequested);
    audit.record(
        new AuditEntry(
            "batch.cancelled",
            "batch",
            id.toString(),
            null,
            Map.of("ended", cancelled.ended().size(), "asked", cancelled.asked().size())));
    return found(id);
  }

  /**
   * Does all jobs of a batch again that failed or were cancelled, in the name of the caller: new
   * jobs, which count instead of them. What continues it is done again as well, and waits for them.
   *
   * @return the batch as it is then
   * @throws BatchNotRepeatableProblem when not all of it has ended, or nothing went wrong
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.REPEAT)
  public BatchView repeat(UUID id) {
    BatchView old = found(id);
    Reopened batch =
        records
            .reopen(CallContext.organisation(), id)
            .orElseThrow(() -> BatchNotRepeatableProblem.of(found(id)));
    List<Freed> again = again(batch, old);
    again.forEach(afterCommit::submitted);
    audit.record(
        new AuditEntry(
            "batch.repeated", "batch", id.toString(), null, Map.of("jobs", again.size())));
    return found(id);
  }

  private List<Freed> again(Reopened batch, BatchView old) {
    Actor submitter = CallContext.requiredActor();
    List<Freed> again = new ArrayList<>(records.repeatJobs(batch, submitter, clock.instant()));
    if (again.isEmpty()) {
      throw BatchNotRepeatableProblem.forgotten(old);
    }
    if (batch.continuation() != null) {
      again.add(
          records
              .repeatContinuation(batch, submitter, clock.instant())
              .orElseThrow(() -> BatchNotRepeatableProblem.continued(old)));
    }
    return again;
  }

  private static boolean isOver(JobLink continuation) {
    return continuation == null || continuation.state() == null || continuation.state().isFinal();
  }

  private BatchView found(UUID id) {
    return reads
        .find(CallContext.organisation(), id)
        .orElseThrow(() -> new NotFoundProblem("batch", id));
  }
}
