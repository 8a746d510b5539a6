package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.stoa.shared.Actor;
import org.stoa.work.domain.DatabaseText;
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

  /** Ids are given in the order of the rows, and so grow with it. */
  private static final String INSERT_MANY =
      """
      INSERT INTO work_job (org_id, kind, queue, priority, state, ready, due_at, payload,
        max_attempts, submitted_at, submitted_by, submitted_name)
      SELECT ?, kind, queue, priority, 'QUEUED', ready, due_at, payload::jsonb, max_attempts,
        ?, ?, ?
      FROM unnest(?::text[], ?::text[], ?::integer[], ?::boolean[], ?::timestamptz[], ?::text[],
          ?::integer[])
        WITH ORDINALITY AS told (kind, queue, priority, ready, due_at, payload, max_attempts, place)
      ORDER BY place
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
   * Adds jobs of one submitter, those without a key by one statement. Part of the caller's
   * transaction.
   *
   * @return one for each, in the same order
   */
  public List<Submission> addAll(List<NewJob> jobs) {
    Iterator<Long> ids = insertMany(jobs.stream().filter(job -> job.key() == null).toList());
    List<Submission> submissions = new ArrayList<>();
    for (NewJob job : jobs) {
      submissions.add(job.key() == null ? new Submission(ids.next(), true) : add(job));
    }
    return submissions;
  }

  private Iterator<Long> insertMany(List<NewJob> jobs) {
    if (jobs.isEmpty()) {
      return Collections.emptyIterator();
    }
    NewJob first = jobs.get(0);
    return jdbc
        .query(
            INSERT_MANY,
            row -> row.getLong("id"),
            first.organisation(),
            first.submittedAt(),
            first.submittedBy().id(),
            first.submittedBy().name(),
            each(jobs, NewJob::kind),
            each(jobs, NewJob::queue),
            each(jobs, NewJob::priority),
            each(jobs, NewJob::isReady),
            each(jobs, NewJob::due),
            each(jobs, job -> DatabaseText.of(job.payload())),
            each(jobs, NewJob::maxAttempts))
        .stream()
        .sorted()
        .iterator();
  }

  private static List<String> each(List<NewJob> jobs, Function<NewJob, Object> member) {
    return jobs.stream().map(member).map(Object::toString).toList();
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
    return jdbc.first(
        INSERT,
        row -> row.getLong("id"),
        job.organisation(),
        job.kind(),
        job.queue(),
        job.priority(),
        job.isReady(),
        job.due(),
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
