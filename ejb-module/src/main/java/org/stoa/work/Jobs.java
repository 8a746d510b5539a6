package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.OwnedView;
import org.stoa.work.domain.Submission;
import org.stoa.work.engine.AfterCommit;
import org.stoa.work.engine.JobForms;
import org.stoa.work.store.Endings;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.Submissions;

/** Takes jobs, shows them and cancels them, for the organisation of the caller. */
@Stateless
public class Jobs {

  private static final int CANCEL_TRIES = 5;

  private JobForms forms;
  private Submissions submissions;
  private Endings endings;
  private JobReads reads;
  private AfterCommit afterCommit;
  private AuditTrail audit;
  private Clock clock;

  /** For the container's proxies only. */
  protected Jobs() {}

  /** With the stores of the room and what follows a commit. */
  @Inject
  public Jobs(
      JobForms forms,
      Submissions submissions,
      Endings endings,
      JobReads reads,
      AfterCommit afterCommit,
      AuditTrail audit,
      Clock clock) {
    this.forms = forms;
    this.submissions = submissions;
    this.endings = endings;
    this.reads = reads;
    this.afterCommit = afterCommit;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Submits a job in the caller's transaction: it exists if and only if that commits, and is not
   * run before.
   *
   * @return the new job, or the unfinished one of the kind that has the same key
   * @throws UnknownKindProblem when no handler does such jobs
   * @throws InvalidProblem when the payload breaks a rule that its record declares
   */
  @Allowed(Allowed.EVERYONE)
  public JobId submit(SubmitJob command) {
    var job = forms.fill(command, CallContext.requiredActor(), clock.instant());
    Submission submission = submissions.add(job);
    if (submission.added()) {
      afterCommit.submitted(job.submitted(submission.id()));
    }
    return new JobId(submission.id());
  }

  /**
   * Submits many jobs as {@link #submit} does, much faster than one by one: all in the caller's
   * transaction or none.
   *
   * @return one for each command, in the same order
   * @throws UnknownKindProblem when no handler does jobs of one of the kinds; then none is
   *     submitted
   */
  @Allowed(Allowed.EVERYONE)
  public List<JobId> submitAll(List<SubmitJob> commands) {
    Actor submitter = CallContext.requiredActor();
    Instant now = clock.instant();
    List<NewJob> filled =
        commands.stream().map(command -> forms.fill(command, submitter, now)).toList();
    List<Submission> submitted = submissions.addAll(filled);
    for (int i = 0; i < filled.size(); i++) {
      if (submitted.get(i).added()) {
        afterCommit.submitted(filled.get(i).submitted(submitted.get(i).id()));
      }
    }
    return submitted.stream().map(submission -> new JobId(submission.id())).toList();
  }

  /**
   * A job of the organisation.
   *
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.READ)
  public JobView find(long id) {
    return found(id);
  }

  /**
   * The jobs that fit, newest first.
   *
   * @throws org.stoa.shared.ForbiddenProblem when another organisation's are asked for and may not
   *     be seen
   */
  @Allowed(WorkPermissions.READ)
  public Page<JobView> list(JobQuery query, PageRequest page) {
    Long below = page.after().map(Jobs::position).orElse(null);
    UUID organisation = query.organisation().map(Jobs::open).orElseGet(CallContext::organisation);
    List<JobView> jobs = reads.list(organisation, query, below, page.limit() + 1);
    return Page.of(jobs, page.limit(), job -> Long.toString(job.id()));
  }

  /**
   * Cancels a job: a waiting one at once, a running one as soon as its handler stops.
   *
   * @return the job as it is then
   * @throws JobFinishedProblem when it has ended
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.CANCEL)
  public JobView cancel(long id) {
    UUID organisation = CallContext.organisation();
    for (int i = 0; i < CANCEL_TRIES; i++) {
      Optional<EndedJob> ended = endings.cancelWaiting(organisation, id, clock.instant());
      if (ended.isPresent()) {
        afterCommit.ended(ended.get());
        return cancelled(id);
      }
      if (endings.requestCancel(organisation, id, clock.instant())) {
        afterCommit.cancelRequested(id);
        return cancelled(id);
      }
      refuseFinished(found(id));
    }
    throw new IllegalStateException("Job " + id + " changes too fast to be cancelled.");
  }

  /** What the handler of a job wrote, in order. */
  @Allowed(WorkPermissions.READ)
  public List<JobLogLine> log(long id) {
    found(id);
    return reads.log(CallContext.organisation(), id);
  }

  /**
   * What a job was given.
   *
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.READ)
  public JsonValue payload(long id) {
    return reads
        .payload(CallContext.organisation(), id)
        .map(JsonText::tree)
        .orElseThrow(() -> new NotFoundProblem("job", id));
  }

  /** The attempts at a job that did not succeed, in order. */
  @Allowed(WorkPermissions.READ)
  public List<JobAttempt> attempts(long id) {
    found(id);
    return reads.attempts(CallContext.organisation(), id);
  }

  /** Those of the jobs, of whatever organisation, that have not ended: they wait or run. */
  @Allowed(Allowed.SYSTEM)
  public Set<Long> unfinished(Collection<Long> ids) {
    return reads.views(ids).stream()
        .map(OwnedView::view)
        .filter(job -> !job.state().isFinal())
        .map(JobView::id)
        .collect(Collectors.toSet());
  }

  /** Another organisation is open to those who may see the whole installation. */
  private static UUID open(UUID organisation) {
    if (!organisation.equals(CallContext.organisation())) {
      CallContext.requiredActor().require(WorkPermissions.PLATFORM_READ);
    }
    return organisation;
  }

  private JobView cancelled(long id) {
    afterCommit.changed(id);
    audit.record(AuditEntry.happened("job.cancelled", "job", Long.toString(id)));
    return found(id);
  }

  private JobView found(long id) {
    return reads
        .find(CallContext.organisation(), id)
        .orElseThrow(() -> new NotFoundProblem("job", id));
  }

  private static void refuseFinished(JobView job) {
    if (job.state().isFinal()) {
      throw new JobFinishedProblem(job.id(), job.state());
    }
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new InvalidProblem("after", "is not a cursor of this list");
    }
  }
}
