package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import org.stoa.work.JobKey;
import org.stoa.work.domain.NewJob;

/** Keys that are kept for a period, and outlive their jobs. */
public class PeriodKeys {

  /** Keeps the key for the period, unless another job keeps it still. */
  private static final String KEEP =
      """
      INSERT INTO work_key AS kept (org_id, kind, key, job_id, until) VALUES (?, ?, ?, 0, ?)
      ON CONFLICT (org_id, kind, key) DO UPDATE SET job_id = 0, until = excluded.until
      WHERE kept.until <= ?
      """;

  private static final String NAME =
      "UPDATE work_key SET job_id = ? WHERE org_id = ? AND kind = ? AND key = ?";

  private static final String KEEPER =
      "SELECT job_id FROM work_key WHERE org_id = ? AND kind = ? AND key = ?";

  private static final String FORGET = "DELETE FROM work_key WHERE until <= ?";

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public PeriodKeys(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the key of a job that is to be added. False when another one keeps it. */
  boolean keep(NewJob job) {
    JobKey key = key(job);
    Instant now = job.submittedAt();
    return jdbc.updated(
        KEEP, job.organisation(), job.kind(), key.text(), now.plus(key.period()), now);
  }

  /** Says which job keeps the key, once that is known. */
  void name(NewJob job, long id) {
    jdbc.update(NAME, id, job.organisation(), job.kind(), key(job).text());
  }

  /** The job that keeps the key of this one. */
  long keeper(NewJob job) {
    String key = key(job).text();
    return jdbc.first(KEEPER, row -> row.getLong("job_id"), job.organisation(), job.kind(), key)
        .orElseThrow(() -> new IllegalStateException("The key " + key + " was let go."));
  }

  /** Forgets keys whose period is over. */
  public void forget(Instant now) {
    jdbc.update(FORGET, now);
  }

  private static JobKey key(NewJob job) {
    return job.key().orElseThrow();
  }
}
