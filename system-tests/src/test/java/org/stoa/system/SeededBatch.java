package org.stoa.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * A batch of jobs that say their text again, written into the database as a room of the application
 * would submit it: rooms submit batches, people and other systems do not. Its first job is given
 * what it cannot read, so it fails at once; the others are due in an hour.
 */
public final class SeededBatch {

  private static final String BATCH =
      """
      INSERT INTO work_batch (id, org_id, name, ordered, run_anyway, jobs, submitted_at,
        submitted_by, submitted_name)
      VALUES (?::uuid, ?::uuid, ?, ?, false, ?, clock_timestamp(), ?::uuid, 'seed@example.org')
      """;

  private static final String JOBS =
      """
      WITH told AS (SELECT ?::uuid batch, ?::uuid org, ?::integer jobs),
      added AS (
        INSERT INTO work_job (org_id, kind, queue, priority, state, hold, due_at, payload,
          max_attempts, submitted_at, submitted_by, submitted_name, batch_id)
        SELECT org, 'work.echo', 'default', 0, 'QUEUED', CASE WHEN number > 1 THEN 'DUE' END,
          clock_timestamp() + CASE WHEN number > 1 THEN interval '1 hour' ELSE interval '0' END,
          CASE WHEN number > 1 THEN '{"text": "again"}' ELSE '{"text": []}' END::jsonb, 1,
          clock_timestamp(), org, 'seed@example.org', batch
        FROM told, generate_series(1, told.jobs) number ORDER BY number
        RETURNING id)
      INSERT INTO work_ledger (submitted) SELECT count(*) FROM added
      """;

  private static final String CONTINUATION =
      """
      WITH told AS (SELECT ?::uuid batch, ?::uuid org),
      added AS (
        INSERT INTO work_job (org_id, kind, queue, priority, state, hold, due_at, payload,
          max_attempts, submitted_at, submitted_by, submitted_name)
        SELECT org, 'work.echo', 'default', 0, 'QUEUED', 'BATCH', clock_timestamp(),
          '{"text": "all"}', 1, clock_timestamp(), org, 'seed@example.org' FROM told
        RETURNING id),
      booked AS (INSERT INTO work_ledger (submitted) SELECT 1 FROM added)
      UPDATE work_batch SET continuation = added.id FROM added, told WHERE work_batch.id = told.batch
      """;

  private SeededBatch() {}

  /** Submits it for the first organisation, with a job that is done when all have succeeded. */
  public static String of(StoaUnderTest stoa, String name, int jobs) {
    return committed(stoa, name, false, jobs);
  }

  /** The same, to be looked at as a chain. */
  public static String chain(StoaUnderTest stoa, String name, int jobs) {
    return committed(stoa, name, true, jobs);
  }

  private static String committed(StoaUnderTest stoa, String name, boolean ordered, int jobs) {
    String id = UUID.randomUUID().toString();
    String organisation =
        stoa.administrator()
            .get("/api/v1/me")
            .expect(200)
            .object()
            .getJsonObject("organisation")
            .getString("id");
    Map<String, String> settings = stoa.stack().environment();
    try (Connection connection =
        DriverManager.getConnection(
            settings.get("STOA_DATABASE_URL"),
            settings.get("STOA_DATABASE_USER"),
            settings.get("STOA_DATABASE_PASSWORD"))) {
      connection.setAutoCommit(false);
      run(connection, BATCH, id, organisation, name, ordered, jobs, organisation);
      run(connection, JOBS, id, organisation, jobs);
      run(connection, CONTINUATION, id, organisation);
      connection.commit();
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not take a batch", e);
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
