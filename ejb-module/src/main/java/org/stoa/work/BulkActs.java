package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.Problem;
import org.stoa.work.store.JobReads;

/**
 * Does something with all jobs of the caller's organisation that fit, so many at a time. Each job
 * is a transaction of its own, so that none waits for the others; what changed meanwhile is left
 * out and counted. The trail has an entry of each job, and one of the whole.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BulkActs {

  /** With so many jobs at most something is done at a time. */
  public static final int MOST = 500;

  private static final Set<JobState> CANCELLABLE = EnumSet.of(JobState.QUEUED, JobState.RUNNING);
  private static final Set<JobState> REPEATABLE = EnumSet.of(JobState.FAILED, JobState.CANCELLED);

  private Jobs jobs;
  private Repeats repeats;
  private JobReads reads;
  private AuditTrail audit;

  /** For the container's proxies only. */
  protected BulkActs() {}

  /** With what is done to one job, and where they are found. */
  @Inject
  public BulkActs(Jobs jobs, Repeats repeats, JobReads reads, AuditTrail audit) {
    this.jobs = jobs;
    this.repeats = repeats;
    this.reads = reads;
    this.audit = audit;
  }

  /**
   * Cancels jobs as {@link Jobs#cancel} does, {@value #MOST} at most.
   *
   * @throws InvalidProblem when the state is not one that can be cancelled
   */
  @Allowed(WorkPermissions.CANCEL)
  public BulkResult cancel(BulkJobs which) {
    requireState(which, CANCELLABLE);
    return each(which, "job.bulk-cancelled", jobs::cancel);
  }

  /**
   * Does jobs again as {@link Repeats#repeat(long)} does, {@value #MOST} at most.
   *
   * @throws InvalidProblem when the state is not one that can be done again
   */
  @Allowed(WorkPermissions.REPEAT)
  public BulkResult repeat(BulkJobs which) {
    requireState(which, REPEATABLE);
    return each(which, "job.bulk-repeated", repeats::repeat);
  }

  private static void requireState(BulkJobs which, Set<JobState> states) {
    if (which.state() == null || !states.contains(which.state())) {
      throw new InvalidProblem("state", "must be one of " + states);
    }
  }

  private BulkResult each(BulkJobs which, String action, LongConsumer act) {
    List<Long> ids = ids(which);
    List<Long> taken = ids.subList(0, Math.min(MOST, ids.size()));
    int done = 0;
    for (long id : taken) {
      done += isDone(id, act) ? 1 : 0;
    }
    BulkResult result =
        new BulkResult(done, taken.size() - done, ids.size() > MOST ? taken.get(MOST - 1) : null);
    audit.record(new AuditEntry(action, "job", "*", null, told(which, result)));
    return result;
  }

  private List<Long> ids(BulkJobs which) {
    JobQuery query =
        new JobQuery(
            Optional.of(which.state()),
            given(which.kind()),
            given(which.key()),
            given(which.error()),
            Optional.empty(),
            Optional.ofNullable(which.batch()));
    return reads.list(CallContext.organisation(), query, which.after(), MOST + 1).stream()
        .map(JobView::id)
        .toList();
  }

  private static boolean isDone(long id, LongConsumer act) {
    try {
      act.accept(id);
      return true;
    } catch (Problem changed) {
      return false;
    }
  }

  private static Map<String, Object> told(BulkJobs which, BulkResult result) {
    Map<String, Object> told = new TreeMap<>();
    told.put("state", which.state().name());
    given(which.kind()).ifPresent(kind -> told.put("kind", kind));
    given(which.key()).ifPresent(key -> told.put("key", key));
    given(which.error()).ifPresent(error -> told.put("error", error));
    Optional.ofNullable(which.batch()).ifPresent(batch -> told.put("batch", batch.toString()));
    told.put("done", result.done());
    told.put("refused", result.refused());
    return told;
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(some -> !some.isBlank());
  }
}
