package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;
import org.stoa.shared.NotFoundProblem;
import org.stoa.work.domain.Freed;
import org.stoa.work.engine.AfterCommit;
import org.stoa.work.engine.PayloadForms;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.Submissions;

/**
 * Does jobs of the caller's organisation again that failed or were cancelled: as new jobs, which
 * the caller submits. The old ones stay as they are.
 */
@Stateless
public class Repeats {

  private Submissions submissions;
  private JobReads reads;
  private PayloadForms payloads;
  private AfterCommit afterCommit;
  private AuditTrail audit;
  private Clock clock;

  /** For the container's proxies only. */
  protected Repeats() {}

  /** With the stores of the room, what handlers take, and what follows a commit. */
  @Inject
  public Repeats(
      Submissions submissions,
      JobReads reads,
      PayloadForms payloads,
      AfterCommit afterCommit,
      AuditTrail audit,
      Clock clock) {
    this.submissions = submissions;
    this.reads = reads;
    this.payloads = payloads;
    this.afterCommit = afterCommit;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Does a job again, with what it was given.
   *
   * @return the new job
   * @throws NotRepeatableProblem when it neither failed nor was cancelled, or is being done again
   *     already
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.REPEAT)
  public JobView repeat(long id) {
    return repeat(id, RepeatJob.unchanged());
  }

  /**
   * Does a job again, with another payload if one is given.
   *
   * @return the new job
   * @throws NotRepeatableProblem when it neither failed nor was cancelled, is being done again
   *     already, or its kind lets nobody change the payload
   * @throws InvalidProblem when the payload does not fit the kind; it names each wrong member
   * @throws org.stoa.shared.ForbiddenProblem when the caller may not ask for jobs of the kind
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.REPEAT)
  public JobView repeat(long id, RepeatJob changes) {
    JobView old = found(id);
    if (old.state() != JobState.FAILED && old.state() != JobState.CANCELLED) {
      throw NotRepeatableProblem.of(id, old.state());
    }
    Actor actor = CallContext.requiredActor();
    Freed again =
        submissions
            .again(id, payload(old, changes, actor), actor, clock.instant())
            .orElseThrow(() -> NotRepeatableProblem.underWay(id, old.state()));
    afterCommit.submitted(again);
    tell(id, again.job().id(), changes);
    return found(again.job().id());
  }

  /**
   * Whether the caller may change the payload when this job is done again.
   *
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.READ)
  public boolean mayChangePayload(long id) {
    Actor actor = CallContext.requiredActor();
    return actor.may(WorkPermissions.REPEAT) && payloads.mayChange(found(id).kind(), actor);
  }

  private String payload(JobView old, RepeatJob changes, Actor actor) {
    if (changes.payload() == null) {
      return null;
    }
    if (!payloads.mayChange(old.kind())) {
      throw NotRepeatableProblem.asItWas(old);
    }
    payloads.requireOpen(old.kind(), actor);
    return JsonText.of(payloads.read(old.kind(), changes.payload().toString()));
  }

  private void tell(long old, long added, RepeatJob changes) {
    Map<String, Object> after =
        Map.of("job", Long.toString(added), "payloadChanged", changes.payload() != null);
    audit.record(new AuditEntry("job.repeated", "job", Long.toString(old), null, after));
  }

  private JobView found(long id) {
    return reads
        .find(CallContext.organisation(), id)
        .orElseThrow(() -> new NotFoundProblem("job", id));
  }
}
