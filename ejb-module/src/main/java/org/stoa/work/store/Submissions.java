package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stoa.shared.Actor;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.JobKey;
import org.stoa.work.domain.DatabaseText;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.Submission;

/** Puts jobs into the table of unfinished jobs, and into the books. */
public class Submissions {

  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO work_job (org_id, kind, queue, priority, state, hold, due_at, expires_at, key,
          key_scope, limit_key, run_anyway, payload, max_attempts, submitted_at, submitted_by,
          submitted_name, batch_id)
        VALUES (?, ?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?::uuid)
        %s
        RETURNING id),
      booked AS (INSERT INTO work_ledger (submitted) SELECT 1 FROM added)
      SELECT id FROM added
      """;

  /** Looks into no unique index before. */
  private static final String INSERT = ADD.formatted("");

  private static final String INSERT_ONCE = ADD.formatted("ON CONFLICT DO NOTHING");

  /** Ids are given in the order of the rows, and so grow with it. */
  private static final String INSERT_MANY =
      """
      WITH added AS (
        INSERT INTO work_job (org_id, kind, queue, priority, state, hold, due_at, expires_at,
          limit_key, payload, max_attempts, submitted_at, submitted_by, submitted_name, batch_id)
        SELECT ?, kind, queue, priority, 'QUEUED', hold, due_at, expires_at, limit_key,
          payload::jsonb, max_attempts, ?, ?, ?, ?::uuid
        FROM unnest(?::text[], ?::text[], ?::integer[], ?::text[], ?::timestamptz[],
            ?::timestamptz[], ?::text[], ?::text[], ?::integer[])
          WITH ORDINALITY AS told (kind, queue, priority, hold, due_at, expires_at, limit_key,
            payload, max_attempts, place)
        ORDER BY place
        RETURNING id),
      booked AS (INSERT INTO work_ledger (submitted) SELECT count(*) FROM added)
      SELECT id FROM added ORDER BY id
      """;

  private static final String WITH_KEY =
      """
      SELECT id FROM work_job
      WHERE org_id = ? AND kind = ? AND key = ? AND key_scope = ?
        AND (key_scope = 'UNFINISHED' OR started_at IS NULL)
      """;

  /** What has an unfinished job with its key is not done twice. */
  private static final String AGAIN =
      """
      WITH added AS (
        INSERT INTO work_job (org_id, kind, queue, priority, state, hold, due_at, key, limit_key,
          payload, max_attempts, submitted_at, submitted_by, submitted_name)
        SELECT org_id, kind, queue, priority, 'QUEUED',
          CASE WHEN limit_key IS NOT NULL THEN 'KEY' END, told.at, key, limit_key,
          coalesce(told.payload, old.payload), max_attempts, told.at, told.by, told.name
        FROM work_archive old,
          (SELECT ?::timestamptz at, ?::uuid by, ?::text name, ?::jsonb payload) told
        WHERE org_id = ? AND id = ? AND state IN ('FAILED', 'CANCELLED')
        ON CONFLICT DO NOTHING
        RETURNING *),
      booked AS (INSERT INTO work_ledger (submitted) SELECT 1 FROM added)
      SELECT %s FROM added job
      """
          .formatted(Rows.FREED);

  private static final int TRIES = 10;

  private final Jdbc jdbc;
  private final Dependencies dependencies;
  private final PeriodKeys periodKeys;

  /** Over the application's database. */
  @Inject
  public Submissions(Jdbc jdbc, Dependencies dependencies) {
    this.jdbc = jdbc;
    this.dependencies = dependencies;
    this.periodKeys = new PeriodKeys(jdbc);
  }

  /**
   * Adds the job, or finds the one that has its key. Part of the caller's transaction.
   *
   * @throws InvalidProblem when it is to wait for a job that the organisation does not have
   */
  public Submission add(NewJob job) {
    requireKnown(job);
    Submission submission =
        job.key().isPresent() ? addOnce(job, job.key().get()) : new Submission(insert(job), true);
    if (submission.added() && !job.waitsFor().isEmpty()) {
      dependencies.add(submission.id(), job.organisation(), job.waitsFor(), job.submittedAt());
    }
    return submission;
  }

  private void requireKnown(NewJob job) {
    List<Long> waitsFor = job.waitsFor();
    if (!waitsFor.isEmpty()
        && !dependencies.known(job.organisation(), waitsFor).containsAll(waitsFor)) {
      throw new InvalidProblem("after", "names a job that the organisation does not have");
    }
  }

  private Submission addOnce(NewJob job, JobKey key) {
    if (key.scope() == JobKey.Scope.PERIOD) {
      return addForPeriod(job);
    }
    for (int i = 0; i < TRIES; i++) {
      Optional<Long> added = insert(INSERT_ONCE, job);
      if (added.isPresent()) {
        return new Submission(added.get(), true);
      }
      Optional<Long> there = withKey(job, key);
      if (there.isPresent()) {
        return new Submission(there.get(), false);
      }
    }
    throw new IllegalStateException("Jobs with the key " + key.text() + " come and go too fast.");
  }

  private Submission addForPeriod(NewJob job) {
    if (!periodKeys.keep(job)) {
      return new Submission(periodKeys.keeper(job), false);
    }
    long id = insert(job);
    periodKeys.name(job, id);
    return new Submission(id, true);
  }

  /**
   * Adds jobs of one submitter and of one batch or none; those that have no key and wait for none
   * by one statement. Part of the caller's transaction.
   *
   * @return one for each, in the same order
   */
  public List<Submission> addAll(List<NewJob> jobs) {
    Iterator<Long> ids = insertMany(jobs.stream().filter(Submissions::isPlain).toList());
    List<Submission> submissions = new ArrayList<>();
    for (NewJob job : jobs) {
      submissions.add(isPlain(job) ? new Submission(ids.next(), true) : add(job));
    }
    return submissions;
  }

  private static boolean isPlain(NewJob job) {
    return job.key().isEmpty() && job.waitsFor().isEmpty();
  }

  private Iterator<Long> insertMany(List<NewJob> jobs) {
    if (jobs.isEmpty()) {
      return Collections.emptyIterator();
    }
    NewJob first = jobs.get(0);
    return jdbc.query(
            INSERT_MANY,
            row -> row.getLong("id"),
            first.organisation(),
            first.submittedAt(),
            first.submittedBy().id(),
            first.submittedBy().name(),
            first.batch(),
            each(jobs, NewJob::kind),
            each(jobs, NewJob::queue),
            each(jobs, job -> job.command().priority()),
            each(jobs, NewJob::hold),
            each(jobs, NewJob::due),
            each(jobs, job -> job.command().expiresAt()),
            each(jobs, job -> job.command().limitKey()),
            each(jobs, job -> DatabaseText.of(job.payload())),
            each(jobs, NewJob::maxAttempts))
        .iterator();
  }

  private static List<String> each(List<NewJob> jobs, Function<NewJob, Object> member) {
    return jobs.stream().map(member).map(value -> value == null ? null : value.toString()).toList();
  }

  /**
   * Adds a job like one that failed or was cancelled, submitted by somebody else perhaps. Part of
   * the caller's transaction.
   *
   * @param payload the JSON for it; null for that of the old one
   * @return the new job; empty when the old one did not end so, or an unfinished one has its key
   */
  public Optional<Freed> again(long id, String payload, Actor submitter, Instant now) {
    return jdbc.first(
        AGAIN,
        Rows::freed,
        now,
        submitter.id(),
        submitter.name(),
        payload,
        submitter.organisation(),
        id);
  }

  private long insert(NewJob job) {
    return insert(INSERT, job).orElseThrow();
  }

  private Optional<Long> insert(String statement, NewJob job) {
    Optional<JobKey> key = job.key();
    return jdbc.first(
        statement,
        row -> row.getLong("id"),
        job.organisation(),
        job.kind(),
        job.queue(),
        job.command().priority(),
        job.hold() == null ? null : job.hold().name(),
        job.due(),
        job.command().expiresAt(),
        key.map(JobKey::text).orElse(null),
        key.map(JobKey::scope).orElse(JobKey.Scope.UNFINISHED).name(),
        job.command().limitKey(),
        job.command().runAnyway(),
        job.payload(),
        job.maxAttempts(),
        job.submittedAt(),
        job.submittedBy().id(),
        job.submittedBy().name(),
        job.batch());
  }

  private Optional<Long> withKey(NewJob job, JobKey key) {
    return jdbc.first(
        WITH_KEY,
        row -> row.getLong("id"),
        job.organisation(),
        job.kind(),
        key.text(),
        key.scope().name());
  }
}
