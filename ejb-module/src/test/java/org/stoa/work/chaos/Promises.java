package org.stoa.work.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;

/** The promises of the engine, read from its tables after everything has ended. */
record Promises(DSLContext sql, UUID organisation) {

  private static final Duration CANCELLED_WITHIN = Duration.ofSeconds(15);

  /** Why a job may have been cancelled, without those that somebody cancelled. */
  private static final String CANCELLED_WITHOUT_REASON =
      """
      SELECT id FROM work_archive job
      WHERE state = 'CANCELLED' AND kind <> '%s' AND NOT id = ANY (?)
        AND NOT coalesce(error ->> 'type' LIKE '%%expired' AND expires_at <= finished_at, false)
        AND NOT EXISTS (SELECT FROM work_dependency
          WHERE job_id = job.id AND outcome IN ('FAILED', 'CANCELLED'))
      """
          .formatted(ChaosHandlers.SCHEDULED);

  /** Checks all but the limits and the schedules. */
  void check(ChaosJobs jobs) {
    everyJobEndedOnceAndAsItShould(jobs);
    effectsAreThereExactlyOnce();
    nothingBeganBeforeItsTimeOrBeforeWhatItWaitedFor();
    whatWaitedForAFailureDidNotRun(jobs);
    whatWasCancelledStoppedSoon(jobs);
    keysWereTakenOnce(jobs);
  }

  private void everyJobEndedOnceAndAsItShould(ChaosJobs jobs) {
    none("jobs that ended twice", "SELECT id FROM work_archive GROUP BY id HAVING count(*) > 1");
    none("of whom?", "SELECT id FROM work_archive WHERE org_id <> '" + organisation + "'");
    none(
        "jobs that ended otherwise than their handler says",
        "SELECT id FROM work_archive WHERE state <> 'CANCELLED' AND (state = 'FAILED')"
            + " <> (kind = '%s' AND (payload->>'number')::int %% 3 = 0)"
                .formatted(ChaosHandlers.FAILING));
    assertThat(ids(CANCELLED_WITHOUT_REASON, (Object) array(jobs.cancelled().keySet())))
        .as("jobs that were cancelled for no reason")
        .isEmpty();
  }

  private void effectsAreThereExactlyOnce() {
    none(
        "effects that were committed twice",
        "SELECT job_id FROM chaos_effect GROUP BY job_id HAVING count(*) > 1");
    none(
        "effects without their job, or jobs without their effect",
        "SELECT coalesce(id, job_id) FROM (SELECT id FROM work_archive"
            + " WHERE kind = '%s' AND state = 'SUCCEEDED') job".formatted(ChaosHandlers.INSERT)
            + " FULL JOIN chaos_effect ON job_id = id WHERE id IS NULL OR job_id IS NULL");
  }

  private void nothingBeganBeforeItsTimeOrBeforeWhatItWaitedFor() {
    none(
        "jobs that began before their time",
        "SELECT id FROM work_archive WHERE state <> 'CANCELLED' AND started_at < due_at");
    none(
        "jobs that began after their time was over",
        "SELECT id FROM work_archive"
            + " WHERE state = 'SUCCEEDED' AND attempt = 1 AND started_at >= expires_at");
    none(
        "jobs that began before the one they waited for had ended",
        "SELECT job.id FROM work_archive job JOIN work_dependency ON job_id = job.id"
            + " JOIN work_archive first ON first.id = waits_for"
            + " WHERE job.started_at < first.finished_at");
    assertThat(ids("SELECT job_id FROM work_dependency")).isNotEmpty();
  }

  private void whatWaitedForAFailureDidNotRun(ChaosJobs jobs) {
    assertThat(
            ids(
                "SELECT job.id FROM work_archive job WHERE id = ANY (?) AND started_at IS NOT NULL"
                    + " AND EXISTS (SELECT FROM work_dependency"
                    + " JOIN work_archive first ON first.id = waits_for"
                    + " WHERE job_id = job.id AND first.state <> 'SUCCEEDED')",
                (Object) array(jobs.strict())))
        .as("jobs that ran although what they waited for did not succeed")
        .isEmpty();
  }

  private void whatWasCancelledStoppedSoon(ChaosJobs jobs) {
    assertThat(jobs.cancelled()).isNotEmpty();
    sql.fetch(
            "SELECT id, state, finished_at FROM work_archive WHERE id = ANY (?)",
            (Object) array(jobs.cancelled().keySet()))
        .forEach(
            row -> {
              Instant asked = jobs.cancelled().get(row.get("id", Long.class));
              Instant ended = row.get("finished_at", OffsetDateTime.class).toInstant();
              assertThat(row.get("state", String.class)).as(row.toString()).isEqualTo("CANCELLED");
              assertThat(Duration.between(asked, ended))
                  .as(row.toString())
                  .isLessThanOrEqualTo(CANCELLED_WITHIN);
            });
  }

  private void keysWereTakenOnce(ChaosJobs jobs) {
    assertThat(ids("SELECT count(*) FROM work_archive WHERE key LIKE 'for-long-%' GROUP BY key"))
        .as("jobs of each key that was taken for long")
        .hasSize(jobs.keysForLong())
        .containsOnly(1L);
  }

  private void none(String what, String query) {
    assertThat(ids(query)).as(what).isEmpty();
  }

  private List<Long> ids(String query, Object... values) {
    return sql.fetch(query, values).getValues(0, Long.class);
  }

  private static Long[] array(Collection<Long> ids) {
    return ids.toArray(Long[]::new);
  }
}
