package org.stoa.work.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.MapConfig;
import org.stoa.shared.Settings;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.NewJob;
import org.stoa.work.engine.PlainNode;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.SameConnection;
import org.stoa.work.store.Submissions;

/**
 * However many jobs pass through them, the tables of unfinished work stay small. {@code
 * -Dstoa.hot.jobs} says how many, {@code -Dstoa.hot.held} beside how many of them a transaction is
 * held open.
 */
class HotTableTest {

  private static final int JOBS = Integer.getInteger("stoa.hot.jobs", 60_000);
  private static final int HELD = Integer.getInteger("stoa.hot.held", 0);
  private static final long MOST_BYTES = 50_000_000;
  private static final int AT_ONCE = 1_000;
  private static final int WAITING = 5_000;

  /** What jobs pass through; the history by the week and the samples are no part of it. */
  private static final String SIZES =
      """
      SELECT relname AS name, pg_relation_size(oid) AS heap, pg_total_relation_size(oid) AS bytes
      FROM pg_class
      WHERE relname IN ('work_job', 'work_ledger', 'work_dependency', 'work_key', 'work_start',
        'work_node')
      """;

  private final Clock clock = Clock.systemUTC();
  private final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of());
  private final Map<String, Long> largest = new TreeMap<>();
  private long mostBytes;
  private int submitted;

  @Test
  void staysSmallHoweverManyJobsPass(@TempDir Path folder) throws Exception {
    try (ChaosDatabase database = new ChaosDatabase(folder.resolve("data"));
        PlainNode node = new PlainNode(database.application(), settings())) {
      ChaosHandlers.all(node.source()).forEach(node::handle);
      node.start();
      Instant begin = clock.instant();
      pass(JOBS - HELD, database, node);
      try (Connection held = heldTransaction(database)) {
        pass(HELD, database, node);
        held.rollback();
      }
      Duration took = Duration.between(begin, clock.instant());
      long most = mostBytes;
      long smallAgain = HELD == 0 ? 0 : bytesAfterMore(database, node);
      System.out.println(line(took, most, smallAgain));
      assertThat(HELD == 0 ? most : smallAgain).isLessThan(MOST_BYTES);
    }
  }

  private static Settings settings() {
    return new Settings(new MapConfig(Map.of("stoa.work.node", "hot")));
  }

  private static Connection heldTransaction(ChaosDatabase database) throws SQLException {
    Connection held = database.application().getConnection();
    held.setAutoCommit(false);
    held.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    held.createStatement().execute("SELECT pg_current_xact_id(), (SELECT count(*) FROM work_node)");
    return held;
  }

  /** Once nothing holds dead rows any more, they are cleared away. */
  private long bytesAfterMore(ChaosDatabase database, PlainNode node) throws SQLException {
    Instant end = clock.instant().plusSeconds(90);
    while (clock.instant().isBefore(end) && measure(database) >= MOST_BYTES) {
      pass(AT_ONCE, database, node);
      Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
    }
    return measure(database);
  }

  private void pass(int jobs, ChaosDatabase database, PlainNode node) throws SQLException {
    for (int i = 0; i < jobs; i += AT_ONCE) {
      submit(database, node);
      awaitWaiting(database, WAITING);
      measure(database);
    }
    awaitWaiting(database, 0);
    measure(database);
  }

  private static void awaitWaiting(ChaosDatabase database, int most) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                database.sql().fetchOne("SELECT count(*) FROM work_job").get(0, Long.class)
                    <= most);
  }

  private void submit(ChaosDatabase database, PlainNode node) throws SQLException {
    try (Connection connection = database.application().getConnection()) {
      connection.setAutoCommit(false);
      Jdbc jdbc = new Jdbc(new SameConnection(connection));
      NewJob job =
          new NewJob(
              new SubmitJob(ChaosHandlers.NOTHING, ChaosHandlers.Load.of(submitted)),
              "chaos",
              "{\"number\":" + submitted + ",\"millis\":0}",
              3,
              clock.instant(),
              ada);
      var added =
          new Submissions(jdbc, new Dependencies(jdbc))
              .addAll(IntStream.range(0, AT_ONCE).mapToObj(i -> job).toList());
      connection.commit();
      submitted += AT_ONCE;
      node.submitted(added.stream().map(each -> job.submitted(each.id())).toList());
    }
  }

  private long measure(ChaosDatabase database) {
    long sum = 0;
    for (var row : database.sql().fetch(SIZES)) {
      long bytes = row.get("bytes", Long.class);
      largest.merge(row.get("name", String.class), bytes, Math::max);
      sum += bytes;
    }
    mostBytes = Math.max(mostBytes, sum);
    return sum;
  }

  private JsonObject line(Duration took, long most, long smallAgain) {
    JsonObjectBuilder tables = Json.createObjectBuilder();
    largest.forEach((name, bytes) -> tables.add(name, megabytes(bytes)));
    JsonObjectBuilder line =
        Json.createObjectBuilder()
            .add("chaos", "hot_table")
            .add("jobs", submitted)
            .add("jobs_per_s", Math.round(JOBS / Math.max(0.001, took.toMillis() / 1000.0)))
            .add("held_beside", HELD)
            .add("most_mb", megabytes(most))
            .add("largest_mb", tables);
    return (HELD == 0 ? line : line.add("afterwards_mb", megabytes(smallAgain))).build();
  }

  private static double megabytes(long bytes) {
    return Math.round(bytes / 1e5) / 10.0;
  }
}
