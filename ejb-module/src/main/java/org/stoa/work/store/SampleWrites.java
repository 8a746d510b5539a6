package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.stoa.work.JobState;
import org.stoa.work.domain.Ended;
import org.stoa.work.domain.Sample;
import org.stoa.work.domain.SampleKey;
import org.stoa.work.domain.SampleSpan;

/** Takes and keeps samples. Each instant is begun by one node only. */
public class SampleWrites {

  private static final String BEGIN =
      "INSERT INTO work_sample_instant (span, at, counted) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

  private static final String DEPTH =
      """
      INSERT INTO work_sample (span, at, org_id, queue, kind, waiting, delayed, running, oldest_at)
      SELECT told.span, told.at, org_id, queue, kind,
        count(*) FILTER (WHERE state = 'QUEUED' AND due_at <= told.at),
        count(*) FILTER (WHERE state = 'QUEUED' AND due_at > told.at),
        count(*) FILTER (WHERE state = 'RUNNING'),
        min(greatest(submitted_at, due_at)) FILTER (WHERE state = 'QUEUED' AND due_at <= told.at)
      FROM work_job, (SELECT ?::integer span, ?::timestamptz at) told
      GROUP BY told.span, told.at, org_id, queue, kind
      """;

  /** The more it costs, the rarer: a fiftieth of the time at most. */
  private static final String DEPTH_IS_DUE =
      """
      SELECT coalesce((
        SELECT at + depth_ms * interval '100 milliseconds' <= ? FROM work_sample_instant
        WHERE span = ? AND depth_ms IS NOT NULL AND at < ? ORDER BY at DESC LIMIT 1), true) due
      """;

  private static final String DEPTH_TOOK =
      "UPDATE work_sample_instant SET depth_ms = ? WHERE span = ? AND at = ?";

  private static final String UNCOUNTED =
      """
      SELECT at FROM work_sample_instant WHERE span = ? AND NOT counted AND at <= ?
      ORDER BY at LIMIT 60 FOR UPDATE SKIP LOCKED
      """;

  /**
   * The buckets of the time since a job could begin, and of the time that its last attempt took.
   */
  private static final String ENDED =
      """
      SELECT org_id, queue, kind, state,
        CASE WHEN wait IS NULL THEN NULL WHEN wait < 1 THEN 0
          ELSE 1 + floor(4 * ln(wait) / ln(2.0::float8))::integer END wait,
        CASE WHEN run IS NULL THEN NULL WHEN run < 1 THEN 0
          ELSE 1 + floor(4 * ln(run) / ln(2.0::float8))::integer END run,
        count(*) jobs
      FROM (
        SELECT org_id, queue, kind, state,
          date_part('epoch', started_at - greatest(submitted_at, due_at)) * 1000 wait,
          date_part('epoch', finished_at - started_at) * 1000 run
        FROM work_archive WHERE finished_at >= ? AND finished_at < ?) job
      GROUP BY 1, 2, 3, 4, 5, 6
      """;

  private static final String ADD_ENDED =
      """
      INSERT INTO work_sample
        (span, at, org_id, queue, kind, waiting, delayed, running, succeeded, failed, cancelled,
          waits, runs)
      SELECT ?, ?, told.* FROM unnest(?::text[]::uuid[], ?::text[], ?::text[],
        ?::text[]::float8[], ?::text[]::float8[], ?::text[]::float8[],
        ?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[]) told
      ON CONFLICT (org_id, span, at, queue, kind) DO UPDATE
      SET succeeded = excluded.succeeded, failed = excluded.failed,
        cancelled = excluded.cancelled, waits = excluded.waits, runs = excluded.runs
      """;

  private static final String COUNTED =
      "UPDATE work_sample_instant SET counted = true WHERE span = ? AND at = ?";

  private static final String NOT_SUMMED_UP =
      """
      SELECT DISTINCT to_timestamp(floor(date_part('epoch', at) / told.span) * told.span) at
      FROM work_sample_instant fine, (SELECT ?::integer span) told
      WHERE fine.span = ? AND at < ? AND counted AND NOT EXISTS (
        SELECT FROM work_sample_instant sum WHERE sum.span = told.span
        AND sum.at = to_timestamp(floor(date_part('epoch', fine.at) / told.span) * told.span))
      ORDER BY 1 LIMIT 60
      """;

  private static final String FORGET = "DELETE FROM work_sample_instant WHERE span = ? AND at < ?";

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public SampleWrites(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Begins an instant.
   *
   * @param isCounted whether nothing is to be counted for it later
   * @return false when another node has begun it
   */
  public boolean begin(SampleSpan span, Instant at, boolean isCounted) {
    return jdbc.updated(BEGIN, span.seconds(), at, isCounted);
  }

  /** Whether so much time has passed that it may be counted again how many jobs wait and run. */
  public boolean isDepthDue(SampleSpan span, Instant at) {
    return jdbc.first(DEPTH_IS_DUE, row -> row.getBoolean("due"), at, span.seconds(), at)
        .orElseThrow();
  }

  /** Notes that it is known for the instant how many jobs wait and run, and how long that took. */
  public void depthIsKnown(SampleSpan span, Instant at, Duration took) {
    jdbc.update(DEPTH_TOOK, (int) took.toMillis(), span.seconds(), at);
  }

  /** Keeps how many jobs wait and run now, under an instant that was begun. */
  public void keepDepth(SampleSpan span, Instant at) {
    jdbc.update(DEPTH, span.seconds(), at);
  }

  /** Instants whose jobs are to be counted, locked until the transaction ends. */
  public List<Instant> uncounted(SampleSpan span, Instant upTo) {
    return jdbc.query(UNCOUNTED, row -> Columns.instant(row, "at"), span.seconds(), upTo);
  }

  /** Keeps which jobs ended within the span from the instant on. */
  public void keepEnded(SampleSpan span, Instant at) {
    Map<SampleKey, Ended> ended = ended(at, at.plus(span.length()));
    add(
        span,
        at,
        ended.entrySet().stream()
            .map(entry -> new Sample(at, entry.getKey(), Sample.Depth.NONE, entry.getValue()))
            .toList());
    jdbc.update(COUNTED, span.seconds(), at);
  }

  private Map<SampleKey, Ended> ended(Instant from, Instant to) {
    Map<SampleKey, Ended> ended = new TreeMap<>(SampleKey.ORDER);
    jdbc.query(
        ENDED,
        row -> {
          Ended of = ended.computeIfAbsent(SampleRows.key(row), key -> new Ended());
          of.add(
              JobState.valueOf(row.getString("state")),
              bucket(row, "wait"),
              bucket(row, "run"),
              row.getLong("jobs"));
          return of;
        },
        from,
        to);
    return ended;
  }

  private static Integer bucket(ResultSet row, String column) throws SQLException {
    int bucket = row.getInt(column);
    return row.wasNull() ? null : bucket;
  }

  /** Adds samples of an instant that was begun. What ended is put to a depth that is there. */
  public void add(SampleSpan span, Instant at, Collection<Sample> samples) {
    if (samples.isEmpty()) {
      return;
    }
    jdbc.update(
        ADD_ENDED,
        span.seconds(),
        at,
        texts(samples, sample -> sample.key().organisation()),
        texts(samples, sample -> sample.key().queue()),
        texts(samples, sample -> sample.key().kind()),
        texts(samples, sample -> sample.depth().waiting()),
        texts(samples, sample -> sample.depth().delayed()),
        texts(samples, sample -> sample.depth().running()),
        samples.stream().map(sample -> sample.ended().succeeded()).toList(),
        samples.stream().map(sample -> sample.ended().failed()).toList(),
        samples.stream().map(sample -> sample.ended().cancelled()).toList(),
        texts(samples, sample -> sample.ended().waits().text()),
        texts(samples, sample -> sample.ended().runs().text()));
  }

  private static List<String> texts(Collection<Sample> samples, Function<Sample, Object> member) {
    return samples.stream().map(member).map(Object::toString).toList();
  }

  /**
   * Starts of the spans that are over, have finer samples, and are not summed up yet.
   *
   * @param upTo only finer samples before it count
   */
  public List<Instant> notSummedUp(SampleSpan span, SampleSpan finer, Instant upTo) {
    return jdbc.query(
        NOT_SUMMED_UP, row -> Columns.instant(row, "at"), span.seconds(), finer.seconds(), upTo);
  }

  /** Forgets the samples before the instant. */
  public void forget(SampleSpan span, Instant before) {
    jdbc.update(FORGET, span.seconds(), before);
  }
}
