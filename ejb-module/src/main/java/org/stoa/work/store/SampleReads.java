package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stoa.work.domain.DepthNow;
import org.stoa.work.domain.Sample;
import org.stoa.work.domain.SampleInstant;
import org.stoa.work.domain.SampleSpan;

/** Reads samples. */
public class SampleReads {

  private static final String INSTANTS =
      """
      SELECT at, depth_ms IS NOT NULL deep FROM work_sample_instant
      WHERE span = ? AND at >= ? AND at < ? AND counted ORDER BY at
      """;

  private static final String OF_ORGANISATION =
      "SELECT "
          + SampleRows.COLUMNS
          + " FROM work_sample WHERE org_id = ? AND span = ? AND at >= ? AND at < ?";

  private static final String OF_ALL =
      "SELECT " + SampleRows.COLUMNS + " FROM work_sample WHERE span = ? AND at >= ? AND at < ?";

  private static final String ORGANISATIONS =
      "SELECT DISTINCT org_id FROM work_sample WHERE span = ? AND at = ?";

  private static final String DEPTHS =
      """
      SELECT queue, kind, sum(waiting) waiting, sum(delayed) delayed, sum(running) running,
        min(oldest_at) oldest_at
      FROM work_sample WHERE (span, at) = (
        SELECT span, at FROM work_sample_instant WHERE span = ? AND depth_ms IS NOT NULL
        ORDER BY at DESC LIMIT 1)
      GROUP BY queue, kind
      """;

  private static final String LOST =
      """
      SELECT count(*) lost FROM work_attempt
      WHERE outcome = 'LOST' AND finished_at >= ? AND finished_at < ?
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public SampleReads(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** The instants of complete samples, in order. */
  public List<SampleInstant> instants(SampleSpan span, Instant from, Instant to) {
    return jdbc.query(
        INSTANTS,
        row -> new SampleInstant(Columns.instant(row, "at"), row.getBoolean("deep")),
        span.seconds(),
        from,
        to);
  }

  /** The samples of an organisation, in no order. */
  public List<Sample> of(UUID organisation, SampleSpan span, Instant from, Instant to) {
    return jdbc.query(OF_ORGANISATION, SampleRows::sample, organisation, span.seconds(), from, to);
  }

  /** The samples of all organisations, in no order: to sum them up. */
  public List<Sample> ofAll(SampleSpan span, Instant from, Instant to) {
    return jdbc.query(OF_ALL, SampleRows::sample, span.seconds(), from, to);
  }

  /**
   * What waits and runs in all organisations together, as last counted.
   *
   * @return empty when it was not counted for long
   */
  public List<DepthNow> depths() {
    return jdbc.query(
        DEPTHS,
        row ->
            new DepthNow(
                row.getString("queue"),
                row.getString("kind"),
                new Sample.Depth(
                    row.getDouble("waiting"), row.getDouble("delayed"), row.getDouble("running")),
                Columns.instant(row, "oldest_at")),
        SampleSpan.FINE.seconds());
  }

  /** How many attempts ended within a time because their worker vanished. */
  public long lost(Instant from, Instant to) {
    return jdbc.first(LOST, row -> row.getLong("lost"), from, to).orElseThrow();
  }

  /** The organisations that have a sample of the instant. */
  public List<UUID> organisations(SampleSpan span, Instant at) {
    return jdbc.query(ORGANISATIONS, row -> Columns.uuid(row, "org_id"), span.seconds(), at);
  }
}
