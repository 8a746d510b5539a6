package org.stoa.work.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.JobId;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.NewJob;
import org.stoa.work.store.Books;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.SameConnection;
import org.stoa.work.store.Submissions;

/**
 * Processes of the engine on one database, killed one after the other without warning, with all
 * connections cut once, while jobs of every kind come in. Then every promise is checked from what
 * the database says. {@code -Dstoa.chaos.jobs} and {@code -Dstoa.chaos.seconds} make it longer.
 */
class ChaosTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final int JOBS = Integer.getInteger("stoa.chaos.jobs", 2_000);
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("stoa.chaos.seconds", 40));
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(5);
  private static final Duration RECOVERY = Duration.ofSeconds(15);
  private static final int PROCESSES = 3;
  private static final int ROUNDS = 20;
  private static final List<String> MIXED =
      List.of(
          ChaosHandlers.NOTHING,
          ChaosHandlers.INSERT,
          ChaosHandlers.INSERT,
          ChaosHandlers.FAILING,
          ChaosHandlers.KEYED);

  private final Clock clock = Clock.systemUTC();
  private final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of());
  private int number;

  @Test
  void noKillAtAnyMomentBreaksAPromise() throws Exception {
    database
        .ownerSql()
        .execute(
            Intervals.TABLE
                + "; CREATE TABLE chaos_effect (job_id bigint NOT NULL);"
                + " GRANT SELECT, INSERT ON chaos_effect TO PUBLIC");
    Instant begin = clock.instant();
    Instant cut = begin;
    List<Workers.Kill> kills;
    try (Workers workers = new Workers(database.address(), PROCESSES)) {
      for (int round = 0; round < ROUNDS; round++) {
        submitSome();
        Instant end = begin.plus(TIME.multipliedBy(round + 1L).dividedBy(ROUNDS));
        killUntil(end, workers);
        if (round == ROUNDS / 2) {
          cut = clock.instant();
          cutAllConnections();
        }
      }
      Awaitility.await()
          .atMost(Duration.ofMinutes(3))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> number("SELECT count(*) FROM work_job") == 0);
      assertThat(workers.gone()).isEmpty();
      kills = workers.kills();
    }
    new Promises(database, ada.organisation()).check(kills, cut, RECOVERY);
    Books.Audit audit = new Books(new Jdbc(database.application())).audit();
    assertThat(audit.books().holds()).isTrue();
    assertThat(audit.books().agreesWith(audit.history())).isTrue();
    assertThat(audit.books().submitted()).isGreaterThanOrEqualTo(JOBS);
  }

  private void killUntil(Instant end, Workers workers) throws Exception {
    while (clock.instant().isBefore(end)) {
      Instant nextKill =
          workers.kills().isEmpty()
              ? clock.instant()
              : workers.kills().get(workers.kills().size() - 1).at().plus(BETWEEN_KILLS);
      if (!clock.instant().isBefore(nextKill)) {
        workers.killOne();
      }
      Thread.sleep(50);
    }
  }

  private void submitSome() throws SQLException {
    int perRound = JOBS / ROUNDS;
    List<JobId> first = commit(many(perRound / 2, List.of()));
    List<JobId> last = first.subList(first.size() - 3, first.size());
    commit(many(perRound / 4, last));
    List<SubmitJob> others = new ArrayList<>();
    for (int i = 0; i < perRound / 4; i++) {
      others.add(
          i % 3 == 1
              ? command(ChaosHandlers.SLOW)
              : i % 3 == 2
                  ? command(ChaosHandlers.RATED)
                  : command(ChaosHandlers.INSERT).withDueAt(clock.instant().plusMillis(i * 40L)));
    }
    commit(others);
    rollBack(many(20, List.of()));
  }

  private List<SubmitJob> many(int count, List<JobId> after) {
    List<SubmitJob> commands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SubmitJob command = command(MIXED.get(ThreadLocalRandom.current().nextInt(MIXED.size())));
      commands.add(after.isEmpty() ? command : command.withAfterEndOf(after));
    }
    return commands;
  }

  private SubmitJob command(String kind) {
    number++;
    SubmitJob command = new SubmitJob(kind, new ChaosHandlers.Load(number));
    return kind.equals(ChaosHandlers.KEYED)
        ? command.withLimitKey(ChaosHandlers.key(new ChaosHandlers.Load(number)))
        : command;
  }

  private List<JobId> commit(List<SubmitJob> commands) throws SQLException {
    return submit(commands, true);
  }

  private void rollBack(List<SubmitJob> commands) throws SQLException {
    submit(commands, false);
  }

  private List<JobId> submit(List<SubmitJob> commands, boolean commit) throws SQLException {
    try (Connection connection = database.application().getConnection()) {
      connection.setAutoCommit(false);
      Jdbc jdbc = new Jdbc(new SameConnection(connection));
      List<NewJob> jobs = commands.stream().map(this::job).toList();
      List<JobId> ids =
          new Submissions(jdbc, new Dependencies(jdbc))
              .addAll(jobs).stream().map(submission -> new JobId(submission.id())).toList();
      if (commit) {
        connection.commit();
      } else {
        connection.rollback();
      }
      return ids;
    }
  }

  private NewJob job(SubmitJob command) {
    String queue = command.kind().equals(ChaosHandlers.SLOW) ? "chaos-slow" : "chaos";
    String payload = "{\"number\":" + ((ChaosHandlers.Load) command.payload()).number() + "}";
    return new NewJob(command, queue, payload, 3, clock.instant(), ada);
  }

  private static void cutAllConnections() {
    database
        .superuserSql()
        .execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
  }

  private static long number(String sql) {
    return database.sql().fetchOne(sql).get(0, Long.class);
  }
}
