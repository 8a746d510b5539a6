package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stoa.work.BatchView;
import org.stoa.work.domain.EndedJob;

/** Cancels what has not ended of a batch. Waits for nobody, and nobody for it. */
public class BatchCancels {

  private static final String CANCEL_WAITING =
      """
      WITH these AS (
        SELECT id FROM work_job WHERE org_id = ? AND batch_id = ? AND state = 'QUEUED'
        ORDER BY id DESC
        LIMIT ?
        FOR UPDATE SKIP LOCKED),
      gone AS (DELETE FROM work_job WHERE id = ANY (ARRAY (SELECT id FROM these)) RETURNING *),
      booked AS (
        INSERT INTO work_ledger (cancelled) SELECT count(*) FROM gone HAVING count(*) > 0)
      INSERT INTO work_archive (%s, state, finished_at, progress_done, progress_total,
        progress_text, error)
      SELECT %s, 'CANCELLED', ?, progress_done, progress_total, progress_text, last_error
      FROM gone
      RETURNING %s
      """
          .formatted(Endings.KEPT, Endings.KEPT, Rows.ENDED);

  private static final String OPEN =
      """
      SELECT id FROM work_job WHERE org_id = ? AND batch_id = ? AND cancel_at IS NULL
      ORDER BY id LIMIT ?
      """;

  private static final int MANY = 2_000;
  private static final int TRIES = 5;

  private final Jdbc jdbc;
  private final Endings endings;

  /** Over the application's database. */
  @Inject
  public BatchCancels(Jdbc jdbc, Endings endings) {
    this.jdbc = jdbc;
    this.endings = endings;
  }

  /**
   * What was done.
   *
   * @param ended the jobs that waited, and have ended
   * @param asked the jobs that run, and are to stop
   */
  public record Cancelled(List<EndedJob> ended, List<Long> asked) {}

  /** Cancels what continues the batch, then its jobs. */
  public Cancelled cancel(UUID organisation, BatchView batch, Instant now) {
    Cancelled done = new Cancelled(new ArrayList<>(), new ArrayList<>());
    if (batch.continuation() != null) {
      cancelOne(organisation, batch.continuation().id(), done, now);
    }
    List<EndedJob> some = cancelSome(organisation, batch.id(), now);
    while (!some.isEmpty()) {
      done.ended().addAll(some);
      some = cancelSome(organisation, batch.id(), now);
    }
    for (int i = 0; i < TRIES; i++) {
      jdbc.query(OPEN, row -> row.getLong("id"), organisation, batch.id(), MANY)
          .forEach(job -> cancelOne(organisation, job, done, now));
    }
    return done;
  }

  private List<EndedJob> cancelSome(UUID organisation, UUID batch, Instant now) {
    return jdbc.query(CANCEL_WAITING, Rows::ended, organisation, batch, MANY, now);
  }

  /** A job may change between the two looks; then the next round finds it. */
  private void cancelOne(UUID organisation, long job, Cancelled done, Instant now) {
    endings
        .cancelWaiting(organisation, job, now)
        .ifPresentOrElse(
            done.ended()::add,
            () -> {
              if (endings.requestCancel(organisation, job, now)) {
                done.asked().add(job);
              }
            });
  }
}
