package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.Allowance;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Ending;
import org.stoa.work.domain.Limits;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.ReadyLanes;
import org.stoa.work.domain.Wish;
import org.stoa.work.store.Claims;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.LimitCounts;
import org.stoa.work.store.Nodes;
import org.stoa.work.store.ReadyReads;
import org.stoa.work.store.SameConnection;
import org.stoa.work.store.Submissions;

/** Each thread is a node with a transaction of its own. */
class LimitedClaimsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String KIND = "test.limited";
  private static final int NODES = 6;

  private final Jdbc jdbc = new Jdbc(database.application());
  private final Clock clock = Clock.systemUTC();
  private final UUID node = Ids.next();
  private final String queue = "limited-" + node;
  private final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of());
  private final ConcurrentLinkedQueue<Long> seen = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Instant> starts = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void join() {
    new Nodes(jdbc).heartbeat(node, "n", clock.instant(), Duration.ofMinutes(10), "[]");
  }

  @Test
  void noMoreOfAKindRunAtOnceThanMayWhateverTheNodesDo() throws Exception {
    submit(120);
    allNodesDrain(new Limits(null, Map.of(KIND, 3), Map.of()));

    assertThat(seen).isNotEmpty().allMatch(running -> running <= 3);
    assertThat(seen).as("the limit is used").contains(3L);
  }

  @Test
  void noMoreOfAQueueRunAtOnceThanMay() throws Exception {
    submit(120);
    allNodesDrain(new Limits(2, Map.of(), Map.of()));

    assertThat(seen).isNotEmpty().allMatch(running -> running <= 2).contains(2L);
  }

  @Test
  void noMoreStartInAnySecondThanMay() throws Exception {
    submit(60);
    allNodesDrain(new Limits(null, Map.of(), Map.of(KIND, 25)));

    List<Instant> ascending = starts.stream().sorted().toList();
    assertThat(ascending).hasSize(60);
    for (int i = 25; i < ascending.size(); i++) {
      assertThat(Duration.between(ascending.get(i - 25), ascending.get(i)))
          .as("start %d and the one 25 before", i)
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void aNodeThatStandsStillInTheMiddleOfAClaimHoldsOthersUpForSecondsOnly() throws Exception {
    submit(5);
    Limits limits = new Limits(null, Map.of(KIND, 3), Map.of());
    try (Connection connection = database.application().getConnection()) {
      connection.setAutoCommit(false);
      LimitCounts counts = new LimitCounts(new Jdbc(new SameConnection(connection)));
      new LimitedClaims(counts).claim(queue, limits, Set.of(KIND), (allowance, now) -> List.of());

      List<ClaimedJob> claimed =
          CompletableFuture.supplyAsync(() -> quietly(() -> claim(limits)))
              .get(20, TimeUnit.SECONDS);

      assertThat(claimed).hasSize(3);
      claimed.forEach(this::succeed);
    }
  }

  private static <T> T quietly(Callable<T> act) {
    try {
      return act.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void submit(int count) {
    Submissions submissions = new Submissions(jdbc, new Dependencies(jdbc));
    List<NewJob> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SubmitJob command = new SubmitJob(KIND, "x").withQueue(queue);
      jobs.add(new NewJob(command, queue, "{}", 3, clock.instant(), ada));
    }
    submissions.addAll(jobs);
  }

  private void allNodesDrain(Limits limits) throws Exception {
    ExecutorService nodes = Executors.newFixedThreadPool(NODES);
    List<Callable<Void>> drains = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      drains.add(() -> drain(limits));
    }
    for (Future<Void> drain : nodes.invokeAll(drains)) {
      drain.get();
    }
    nodes.shutdown();
  }

  private Void drain(Limits limits) throws SQLException {
    while (waits()) {
      List<ClaimedJob> claimed = claim(limits);
      seen.add(running());
      claimed.forEach(job -> starts.add(job.startedAt()));
      claimed.forEach(this::succeed);
    }
    return null;
  }

  private void succeed(ClaimedJob job) {
    new Endings(jdbc).finish(job.lease(), Ending.succeeded(null, null, "n", clock.instant()));
  }

  private List<ClaimedJob> claim(Limits limits) throws SQLException {
    try (Connection connection = database.application().getConnection()) {
      connection.setAutoCommit(false);
      Jdbc inTransaction = new Jdbc(new SameConnection(connection));
      List<ClaimedJob> claimed =
          new LimitedClaims(new LimitCounts(inTransaction))
              .claim(
                  queue,
                  limits,
                  Set.of(KIND),
                  (allowance, now) -> claim(inTransaction, allowance, now));
      connection.commit();
      return claimed;
    }
  }

  private List<ClaimedJob> claim(Jdbc inTransaction, Allowance allowance, Instant now) {
    ReadyLanes lanes = new ReadyLanes();
    lanes.found(
        new ReadyReads(inTransaction)
            .heads().stream().filter(head -> head.lane().queue().equals(queue)).toList(),
        lanes.beginLook());
    List<Wish> wishes = lanes.plan(5, allowance, organisation -> 1);
    return wishes.isEmpty() ? List.of() : new Claims(inTransaction).claim(queue, wishes, node, now);
  }

  private boolean waits() {
    return number("SELECT count(*) FROM work_job WHERE state = 'QUEUED' AND queue = '") > 0;
  }

  private long running() {
    return number("SELECT count(*) FROM work_job WHERE state = 'RUNNING' AND queue = '");
  }

  private long number(String sql) {
    return database.sql().fetchOne(sql + queue + "'").get(0, Long.class);
  }
}
