package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** The weeks of the history. Needs the owner of the tables. */
public class History {

  private static final String MAKE_WEEKS =
      """
      SELECT work_make_week(part, week)
      FROM unnest(ARRAY['work_archive', 'work_attempt', 'work_log']) part,
        generate_series(?::timestamptz, ?::timestamptz + interval '21 days', interval '7 days') week
      """;

  private static final String DROP_WEEKS = "SELECT work_drop_weeks(?) AS week";

  private static final String DROP_DEPENDENCIES =
      """
      DELETE FROM work_dependency old
      WHERE at < ? AND NOT EXISTS (SELECT FROM work_job WHERE id = old.job_id)
      """;

  private static final String DROP_BATCHES = "DELETE FROM work_batch WHERE ended_at < ?";

  private final Jdbc jdbc;

  /** Over the database, as the owner of the tables. */
  @Inject
  public History(@AsOwner Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes the weeks that begin now and in the next three weeks. */
  public void makeWeeks(Instant now) {
    jdbc.query(MAKE_WEEKS, row -> null, now, now);
  }

  /**
   * Drops the weeks that were over at this time. Another node may be at it; then nothing happens.
   *
   * @return the partitions that are gone
   */
  public List<String> dropBefore(Instant limit) {
    List<String> gone = jdbc.query(DROP_WEEKS, row -> row.getString("week"), limit);
    jdbc.update(DROP_DEPENDENCIES, limit);
    jdbc.update(DROP_BATCHES, limit);
    return gone;
  }
}
