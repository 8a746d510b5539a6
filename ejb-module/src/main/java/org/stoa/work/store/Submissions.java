package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.Submission;

/** Puts jobs into the table of unfinished jobs. */
public class Submissions {

  private static final String INSERT =
      """
      INSERT INTO work_job (org_id, kind, queue, priority, state, ready, due_at, key, payload,
        max_attempts, submitted_at, submitted_by, submitted_name)
      VALUES (?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?::jsonb, ?, ?, ?, ?)
      ON CONFLICT (org_id, kind, key) WHERE key IS NOT NULL DO NOTHING
      RETURNING id
      """;

  private static final String WITH_KEY =
      "SELECT id FROM work_job WHERE org_id = ? AND kind = ? AND key = ?";

  /** What has an unfinished job with its key is not done twice. */
  private static final String AGAIN =
      """
      INSERT INTO work_job (org_id, kind, queue, priority, state, ready, due_at, key, payload,
        max_attempts, submitted_at, submitted_by, submitted_name)
      SELECT org_id, kind, queue, priority, 'QUEUED', true, told.at, key, payload, max_attempts,
        told.at, told.by, told.name
      FROM work_archive, (SELECT ?::timestamptz at, ?::uuid by, ?::text name) told
      WHERE org_id = ? AND id = ? AND state IN ('FAILED', 'CANCELLED')
      ON CONFLICT (org_id, kind, key) WHERE key IS NOT NULL DO NOTHING
      RETURNING id
      """;

  private static final int TRIES = 10;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Submissions(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Adds the job, or finds the unfinished one of the kind that has its key. Part of the caller's
   * transaction.
   */
  public Submission add(NewJob job) {
    for (int i = 0; i < TRIES; i++) {
      Optional<Long> added = insert(job);
      if (added.isPresent()) {
        return new Submission(added.get(), true);
      }
      Optional<Long> there = withKey(job.organisation(), job.kind(), job.key());
      if (there.isPresent()) {
        return new Submission(there.get(), false);
      }
    }
    throw new IllegalStateException("Jobs with the key " + job.key() + " come and go too fast.");
  }

  /**
   * Adds a job like one that failed or was cancelled, submitted by somebody else perhaps. Part of
   * the caller's transaction.
   *
   * @return the new job; empty when the old one did not end so, or an unfinished one has its key
   */
  public Optional<Long> again(long id, Actor submitter, Instant now) {
    return jdbc.first(
        AGAIN,
        row -> row.getLong("id"),
        now,
        submitter.id(),
        submitter.name(),
        submitter.organisation(),
        id);
  }

  private Optional<Long> insert(NewJob job) {
    Instant due = job.dueAt() == null ? job.submittedAt() : job.dueAt();
    return jdbc.first(
        INSERT,
        row -> row.getLong("id"),
        job.organisation(),
        job.kind(),
        job.queue(),
        job.priority(),
        !due.isAfter(job.submittedAt()),
        due,
        job.key(),
        job.payload(),
        job.maxAttempts(),
        job.submittedAt(),
        job.submittedBy().id(),
        job.submittedBy().name());
  }

  private Optional<Long> withKey(UUID organisation, String kind, String key) {
    return jdbc.first(WITH_KEY, row -> row.getLong("id"), organisation, kind, key);
  }
}
