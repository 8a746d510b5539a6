package org.stoa.work.chaos;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jooq.DSLContext;

/** One attempt at a job, from the tables of the engine after everything has ended. */
record Attempt(
    long job, int number, String node, Instant from, Instant to, String outcome, String kind) {

  /** Every attempt, the successful ones included: they are told by the job itself. */
  private static final String ALL =
      """
      WITH attempt AS (
        SELECT job_id, attempt, node, started_at, finished_at, outcome FROM work_attempt
        UNION
        SELECT id, attempt, node, started_at, finished_at, state FROM work_archive
        WHERE started_at IS NOT NULL AND state = 'SUCCEEDED')
      SELECT attempt.*, kind FROM attempt
      JOIN work_archive ON id = job_id
      ORDER BY job_id, attempt
      """;

  /** All of them, by job and number. */
  static List<Attempt> all(DSLContext sql) {
    return sql.fetch(ALL)
        .map(
            row ->
                new Attempt(
                    row.get("job_id", Long.class),
                    row.get("attempt", Integer.class),
                    row.get("node", String.class),
                    row.get("started_at", OffsetDateTime.class).toInstant(),
                    row.get("finished_at", OffsetDateTime.class).toInstant(),
                    row.get("outcome", String.class),
                    row.get("kind", String.class)));
  }

  /** Whether its process vanished, so that another attempt had to follow. */
  boolean isLost() {
    return outcome.equals("LOST");
  }
}
