package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.stoa.work.domain.Balance;

/** The books in which each statement that adds or ends jobs writes how many. */
public class Books {

  private static final String LEDGER =
      """
      SELECT sum(submitted) AS submitted, sum(succeeded) AS succeeded, sum(failed) AS failed,
        sum(cancelled) AS cancelled
      FROM work_ledger
      """;

  private static final String ROWS =
      """
      SELECT count(*) FILTER (WHERE state = 'QUEUED') AS waiting,
        count(*) FILTER (WHERE state = 'RUNNING') AS running
      FROM work_job
      """;

  /** One statement, hence one snapshot. */
  private static final String BALANCE =
      "SELECT * FROM (" + LEDGER + ") ledger, (" + ROWS + ") present";

  private static final String WITH_HISTORY =
      BALANCE
          + """
          , (SELECT count(*) FILTER (WHERE state = 'SUCCEEDED') AS archived_succeeded,
               count(*) FILTER (WHERE state = 'FAILED') AS archived_failed,
               count(*) FILTER (WHERE state = 'CANCELLED') AS archived_cancelled
             FROM work_archive) archive,
            (SELECT coalesce(sum(succeeded), 0) AS dropped_succeeded,
               coalesce(sum(failed), 0) AS dropped_failed,
               coalesce(sum(cancelled), 0) AS dropped_cancelled
             FROM work_dropped) dropped
          """;

  /** What is deleted is inserted again as one row, in the same statement. */
  private static final String ADD_UP =
      """
      WITH gone AS (
        DELETE FROM work_ledger WHERE at < clock_timestamp() - ? * interval '1 millisecond'
        RETURNING *)
      INSERT INTO work_ledger (at, submitted, succeeded, failed, cancelled)
      SELECT max(at), sum(submitted), sum(succeeded), sum(failed), sum(cancelled)
      FROM gone HAVING count(*) > 0
      """;

  private final Jdbc jdbc;

  /** The books, and what the history says. */
  public record Audit(Balance books, Balance history) {}

  /** Over the application's database. */
  @Inject
  public Books(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** The books and the unfinished jobs. */
  public Balance balance() {
    return jdbc.first(BALANCE, Books::books).orElseThrow();
  }

  /** The books, the unfinished jobs, and all of the history; reads every row of it. */
  public Audit audit() {
    return jdbc.first(WITH_HISTORY, row -> new Audit(books(row), history(row))).orElseThrow();
  }

  /** Adds entries of this age up into one. */
  public void addUp(Duration age) {
    jdbc.update(ADD_UP, age.toMillis());
  }

  private static Balance books(ResultSet row) throws SQLException {
    return new Balance(
        row.getLong("submitted"),
        row.getLong("succeeded"),
        row.getLong("failed"),
        row.getLong("cancelled"),
        row.getLong("waiting"),
        row.getLong("running"));
  }

  private static Balance history(ResultSet row) throws SQLException {
    return new Balance(
        row.getLong("submitted"),
        row.getLong("archived_succeeded") + row.getLong("dropped_succeeded"),
        row.getLong("archived_failed") + row.getLong("dropped_failed"),
        row.getLong("archived_cancelled") + row.getLong("dropped_cancelled"),
        row.getLong("waiting"),
        row.getLong("running"));
  }
}
