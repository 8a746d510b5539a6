package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Usage;

/** Counts what runs. What is counted under a lock stays true until the transaction ends. */
public class LimitCounts {

  /** The database ends the transaction of a node that stands still in it, and so lets others go. */
  private static final String LOCK =
      """
      SELECT set_config('idle_in_transaction_session_timeout', '5s', true),
        pg_advisory_xact_lock(hashtextextended('stoa.work.limit ' || scope, 0))
      FROM unnest(?::text[]) WITH ORDINALITY AS told (scope, place) ORDER BY place
      """;

  private static final String RUNNING =
      """
      SELECT queue, kind, count(*) AS running FROM work_job
      WHERE state = 'RUNNING' GROUP BY queue, kind
      """;

  private static final String STARTS =
      """
      SELECT kind, count(*) AS starts FROM work_start
      WHERE kind = ANY (?) AND at > ? - interval '1 second' GROUP BY kind
      """;

  private static final String NOW = "SELECT clock_timestamp() AS now";

  private static final String NOTE_STARTS =
      "INSERT INTO work_start (kind, at) SELECT kind, ? FROM unnest(?::text[]) kind";

  private static final String FORGET_STARTS =
      "DELETE FROM work_start WHERE at < clock_timestamp() - ? * interval '1 millisecond'";

  private final Jdbc jdbc;

  private record Running(String queue, String kind, int count) {}

  private record Starts(String kind, int count) {}

  /** Over the application's database. */
  @Inject
  public LimitCounts(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Lets nobody else claim within these limits until the transaction ends. It is ended from outside
   * if nothing is done in it for five seconds.
   *
   * @param scopes in an order that is the same for everyone
   */
  public void lock(List<String> scopes) {
    jdbc.query(LOCK, row -> null, scopes);
  }

  /**
   * Counts what runs now.
   *
   * @param kindsWithStarts the kinds of which starts are counted
   */
  public Usage usage(String queue, Collection<String> kindsWithStarts) {
    Instant now = jdbc.first(NOW, row -> Columns.instant(row, "now")).orElseThrow();
    int ofQueue = 0;
    Map<String, Integer> ofKind = new HashMap<>();
    for (Running running : running()) {
      ofQueue += running.queue().equals(queue) ? running.count() : 0;
      ofKind.merge(running.kind(), running.count(), Integer::sum);
    }
    Map<String, Integer> starts = new HashMap<>();
    if (!kindsWithStarts.isEmpty()) {
      jdbc.query(
              STARTS,
              row -> new Starts(row.getString("kind"), row.getInt("starts")),
              kindsWithStarts,
              now)
          .forEach(counted -> starts.put(counted.kind(), counted.count()));
    }
    return new Usage(ofQueue, ofKind, starts, now);
  }

  private List<Running> running() {
    return jdbc.query(
        RUNNING,
        row -> new Running(row.getString("queue"), row.getString("kind"), row.getInt("running")));
  }

  /** Notes that jobs start, those of the kinds of which starts are counted. */
  public void noteStarts(List<ClaimedJob> jobs, Collection<String> kindsWithStarts, Instant at) {
    List<String> kinds =
        jobs.stream().map(ClaimedJob::kind).filter(kindsWithStarts::contains).toList();
    if (!kinds.isEmpty()) {
      jdbc.update(NOTE_STARTS, at, kinds);
    }
  }

  /** Forgets starts that no limit counts any more. */
  public void forgetStarts(Duration age) {
    jdbc.update(FORGET_STARTS, age.toMillis());
  }
}
