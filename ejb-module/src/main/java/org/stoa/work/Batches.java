package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.work.engine.AfterCommit;
import org.stoa.work.engine.BatchSubmitter;
import org.stoa.work.store.BatchReads;

/** Takes jobs that belong together, and shows how far they are, for the caller's organisation. */
@Stateless
public class Batches {

  private BatchSubmitter submitter;
  private BatchReads reads;
  private AfterCommit afterCommit;
  private Clock clock;

  /** For the container's proxies only. */
  protected Batches() {}

  /** With who adds them, the store, and what follows a commit. */
  @Inject
  public Batches(BatchSubmitter submitter, BatchReads reads, AfterCommit afterCommit, Clock clock) {
    this.submitter = submitter;
    this.reads = reads;
    this.afterCommit = afterCommit;
    this.clock = clock;
  }

  /**
   * Submits jobs under one name in the caller's transaction: all of them or none, and none is run
   * before its commit.
   *
   * @throws UnknownKindProblem when no handler does jobs of one of the kinds
   */
  @Allowed(Allowed.EVERYONE)
  public SubmittedBatch submit(SubmitBatch command) {
    var added = submitter.add(command, CallContext.requiredActor(), clock.instant());
    added.jobs().forEach(afterCommit::submitted);
    return added.batch();
  }

  /**
   * A batch of the organisation.
   *
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.READ)
  public BatchView find(UUID id) {
    return reads
        .find(CallContext.organisation(), id)
        .orElseThrow(() -> new NotFoundProblem("batch", id));
  }

  /** The batch to which a job of the organisation belongs, or which it continues. */
  @Allowed(WorkPermissions.READ)
  public Optional<BatchView> of(long job) {
    return reads.of(CallContext.organisation(), job);
  }

  /** The batches that fit, newest first. */
  @Allowed(WorkPermissions.READ)
  public Page<BatchView> list(BatchQuery query, PageRequest page) {
    UUID below = page.after().map(Batches::position).orElse(null);
    List<BatchView> found = reads.list(CallContext.organisation(), query, below, page.limit() + 1);
    return Page.of(found, page.limit(), batch -> batch.id().toString());
  }

  private static UUID position(String cursor) {
    try {
      return UUID.fromString(cursor);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem("after", "is not a cursor of this list");
    }
  }
}
