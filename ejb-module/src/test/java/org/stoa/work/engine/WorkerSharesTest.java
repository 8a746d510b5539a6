package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.MapConfig;
import org.stoa.shared.Settings;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.ControlScope;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;
import org.stoa.work.LimitWork;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.Control;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.Submission;
import org.stoa.work.store.ControlStore;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.Submissions;

/** Two queues on a node that has three workers. */
class WorkerSharesTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** What a job is given. */
  public record Load(int number) {}

  private final Clock clock = Clock.systemUTC();
  private final Jdbc jdbc = new Jdbc(database.application());
  private final Submissions submissions = new Submissions(jdbc, new Dependencies(jdbc));
  private final ControlStore controls = new ControlStore(jdbc);
  private final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of());
  private final AtomicInteger slow = new AtomicInteger();
  private final AtomicInteger quick = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private PlainNode node;

  @BeforeEach
  void start() {
    Map<String, String> settings =
        Map.of("stoa.work.node", "node-" + Ids.next(), "stoa.work.workers", "3");
    node = new PlainNode(database.application(), new Settings(new MapConfig(settings)));
    node.handle(new Slow());
    node.handle(new Quick());
    node.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    node.close();
  }

  @Handles(kind = "test.slow", queue = "slow")
  private final class Slow implements JobHandler<Load, Void> {
    @Override
    public Void run(Load load, JobRun run) throws InterruptedException {
      slow.incrementAndGet();
      released.await();
      return null;
    }
  }

  @Handles(kind = "test.quick", queue = "quick")
  private final class Quick implements JobHandler<Load, Void> {
    @Override
    public Void run(Load load, JobRun run) {
      quick.incrementAndGet();
      return null;
    }
  }

  @Test
  void theWorkerThatIsReservedForAQueueIsFreeForIt() {
    decide("quick", new LimitWork(null, null, null, 1));
    submit("test.slow", "slow", 4);
    await().atMost(PATIENCE).until(() -> slow.get() == 2);

    submit("test.quick", "quick", 3);

    await().atMost(PATIENCE).until(() -> quick.get() == 3);
    assertThat(slow).hasValue(2);
  }

  @Test
  void aQueueThatFoundNoWorkerIsServedAsSoonAsOneIsFree() {
    submit("test.slow", "slow", 4);
    await().atMost(PATIENCE).until(() -> slow.get() == 3);
    submit("test.quick", "quick", 1);
    assertThat(quick).hasValue(0);

    released.countDown();

    await().atMost(PATIENCE).until(() -> quick.get() == 1 && slow.get() == 4);
  }

  private void decide(String queue, LimitWork limits) {
    Control control = Control.none(ControlScope.QUEUE, queue).limited(limits);
    assertThat(controls.save(control)).isTrue();
    node.refreshControls();
  }

  private void submit(String kind, String queue, int count) {
    List<NewJob> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SubmitJob command = new SubmitJob(kind, new Load(i));
      jobs.add(new NewJob(command, queue, "{\"number\":0}", 1, clock.instant(), ada));
    }
    List<Submission> added = submissions.addAll(jobs);
    node.submitted(List.of(jobs.get(0).submitted(added.get(0).id())));
  }
}
