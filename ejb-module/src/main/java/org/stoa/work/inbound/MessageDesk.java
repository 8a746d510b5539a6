package org.stoa.work.inbound;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.CallContext;
import org.stoa.work.JobId;
import org.stoa.work.Jobs;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.Acceptance;
import org.stoa.work.domain.Letter;
import org.stoa.work.domain.Refusal;
import org.stoa.work.store.InboundRecords;

/** Stores what was judged, and with it the job: both in one transaction, or neither. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class MessageDesk {

  private InboundRecords records;
  private Jobs jobs;
  private Clock clock;

  /** For the container's proxies only. */
  protected MessageDesk() {}

  /** With the store of messages and the way to jobs. */
  @Inject
  public MessageDesk(InboundRecords records, Jobs jobs, Clock clock) {
    this.records = records;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * Stores the message and submits its job, unless the message, or one of the organisation with its
   * key, is stored already.
   *
   * @return the job; empty when there was nothing to do
   */
  public Optional<JobId> accept(Acceptance acceptance) {
    Optional<UUID> added = records.add(acceptance, clock.instant());
    return added.map(
        id -> {
          JobId job = submit(acceptance);
          records.becameJob(id, job.value());
          return job;
        });
  }

  /** Stores the message and why it is refused, unless it is stored already. */
  public void refuse(Refusal refusal) {
    records.add(refusal, clock.instant());
  }

  private JobId submit(Acceptance acceptance) {
    Letter letter = acceptance.letter();
    SubmitJob command = new SubmitJob(letter.kind(), acceptance.payload()).withKey(letter.key());
    JobId[] job = new JobId[1];
    CallContext.runAs(acceptance.sender(), () -> job[0] = jobs.submit(command));
    return job[0];
  }
}
