package org.stoa.work.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.stoa.work.domain.Ended;
import org.stoa.work.domain.Histogram;
import org.stoa.work.domain.Sample;
import org.stoa.work.domain.SampleKey;

/** Samples as rows of the table. */
final class SampleRows {

  static final String COLUMNS =
      """
      at, org_id, queue, kind, waiting, delayed, running, succeeded, failed, cancelled, waits, runs
      """;

  private SampleRows() {}

  static SampleKey key(ResultSet row) throws SQLException {
    return new SampleKey(
        Columns.uuid(row, "org_id"), row.getString("queue"), row.getString("kind"));
  }

  static Sample sample(ResultSet row) throws SQLException {
    return new Sample(
        Columns.instant(row, "at"),
        key(row),
        new Sample.Depth(
            row.getDouble("waiting"), row.getDouble("delayed"), row.getDouble("running")),
        new Ended(
            row.getLong("succeeded"),
            row.getLong("failed"),
            row.getLong("cancelled"),
            Histogram.of(row.getString("waits")),
            Histogram.of(row.getString("runs"))));
  }
}
