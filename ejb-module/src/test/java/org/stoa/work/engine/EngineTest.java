package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
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
import org.stoa.work.JobAttempt;
import org.stoa.work.JobHandler;
import org.stoa.work.JobId;
import org.stoa.work.JobRun;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.LimitWork;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.Control;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.Submission;
import org.stoa.work.store.ControlStore;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.Submissions;

/** A whole node, from the submission to the end of the jobs. */
class EngineTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  /** What a job is given. */
  public record Load(int number) {}

  private final Clock clock = Clock.systemUTC();
  private final Jdbc jdbc = new Jdbc(database.application());
  private final Submissions submissions = new Submissions(jdbc, new Dependencies(jdbc));
  private final JobReads reads = new JobReads(jdbc);
  private final ControlStore controls = new ControlStore(jdbc);
  private final Actor ada = actor("ada@example.org");
  private final Actor bea = actor("bea@example.org");
  private final AtomicInteger ran = new AtomicInteger();
  private final CountDownLatch released = new CountDownLatch(1);
  private PlainNode node;

  @BeforeEach
  void start() {
    Map<String, String> settings =
        Map.of("stoa.work.node", "node-" + Ids.next(), "stoa.work.concurrency", "*=2,single=1");
    node = new PlainNode(database.application(), new Settings(new MapConfig(settings)));
    List.of(new Brief(), new Single(), new Late(), new Deaf()).forEach(node::handle);
    node.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    node.close();
  }

  @Handles(kind = "test.short", queue = "short")
  private final class Brief implements JobHandler<Load, Void> {
    @Override
    public Void run(Load load, JobRun run) throws InterruptedException {
      TimeUnit.MILLISECONDS.sleep(2);
      ran.incrementAndGet();
      return null;
    }
  }

  @Handles(kind = "test.single", queue = "single")
  private static final class Single implements JobHandler<Load, Void> {
    @Override
    public Void run(Load load, JobRun run) {
      return null;
    }
  }

  @Handles(kind = "test.late", timeoutMillis = 200, maxAttempts = 1)
  private final class Late implements JobHandler<Load, Void> {
    @Override
    public Void run(Load load, JobRun run) throws InterruptedException {
      released.await();
      return null;
    }
  }

  /** Does not stop, whatever one tells it. */
  @Handles(kind = "test.deaf", queue = "single", timeoutMillis = 200)
  private final class Deaf implements JobHandler<Load, Void> {
    @Override
    public Void run(Load load, JobRun run) {
      while (released.getCount() > 0) {
        try {
          released.await();
        } catch (InterruptedException e) {
          ran.incrementAndGet();
        }
      }
      return null;
    }
  }

  @Test
  void aSingleJobDoesNotWaitBehindThousandsOfAnotherOrganisation() {
    submit(ada, "test.short", 3_000);
    Awaitility.await().until(() -> ran.get() > 100);
    int before = ran.get();

    JobId single = submit(bea, "test.short", 1).get(0);
    awaitEnd(bea, single, JobState.SUCCEEDED);

    assertThat(ran.get() - before).as("jobs that ran before it").isLessThan(600);
    assertThat(waiting(ada)).as("jobs that still wait").isGreaterThan(1_000);
    node.close();
    database
        .ownerSql()
        .execute(
            "UPDATE work_job SET due_at = now() + interval '1 day', hold = 'DUE'"
                + " WHERE state = 'QUEUED'");
  }

  @Test
  void anAttemptThatTakesTooLongIsStoppedAndSaysSo() {
    JobId late = submit(ada, "test.late", 1).get(0);

    JobView job = awaitEnd(ada, late, JobState.FAILED);

    assertThat(job.error().type()).isEqualTo("urn:stoa:problem:job-timed-out");
    assertThat(job.error().detail()).contains("0.2 s");
  }

  @Test
  void aWorkerThatHangsIsReplacedSoThatTheQueueGoesOn() {
    JobId deaf = submit(ada, "test.deaf", 1).get(0);
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> ran.get() == 1);

    JobId next = submit(ada, "test.single", 1).get(0);

    awaitEnd(ada, next, JobState.SUCCEEDED);
    JobView given = awaitEnd(ada, deaf, JobState.FAILED);
    assertThat(given.error().type()).isEqualTo("urn:stoa:problem:job-timed-out");
    assertThat(reads.attempts(ada.organisation(), deaf.value()))
        .extracting(JobAttempt::outcome)
        .containsExactly("TIMED_OUT");
  }

  @Test
  void nothingOfAPausedKindBeginsUntilItIsResumed() {
    Control paused =
        new Control(
            ControlScope.KIND, "test.single", clock.instant(), "ada", null, LimitWork.NONE, 0);
    assertThat(controls.save(paused)).isTrue();
    node.refreshControls();
    JobId held = submit(ada, "test.single", 1).get(0);
    JobId other = submit(ada, "test.short", 1).get(0);
    awaitEnd(ada, other, JobState.SUCCEEDED);
    assertThat(seen(ada, held).state()).isEqualTo(JobState.QUEUED);

    controls.save(
        new Control(ControlScope.KIND, "test.single", null, null, null, LimitWork.NONE, 1));
    awaitEnd(ada, held, JobState.SUCCEEDED);
  }

  @Test
  void aChainRunsInItsOrder() {
    JobId first = submit(ada, "test.short", 1).get(0);
    JobId second = submitAfter(first);
    JobId third = submitAfter(second);

    awaitEnd(ada, third, JobState.SUCCEEDED);

    assertThat(seen(ada, second).startedAt()).isAfterOrEqualTo(seen(ada, first).finishedAt());
    assertThat(seen(ada, third).startedAt()).isAfterOrEqualTo(seen(ada, second).finishedAt());
  }

  private JobId submitAfter(JobId before) {
    NewJob job = job(ada, new SubmitJob("test.short", new Load(0)).withAfter(List.of(before)));
    Submission submission = submissions.add(job);
    node.submitted(List.of(job.submitted(submission.id())));
    return new JobId(submission.id());
  }

  private List<JobId> submit(Actor actor, String kind, int count) {
    List<NewJob> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jobs.add(job(actor, new SubmitJob(kind, new Load(i))));
    }
    List<Submission> added = submissions.addAll(jobs);
    node.submitted(List.of(jobs.get(0).submitted(added.get(0).id())));
    return added.stream().map(submission -> new JobId(submission.id())).toList();
  }

  private NewJob job(Actor actor, SubmitJob command) {
    String queue =
        switch (command.kind()) {
          case "test.short" -> "short";
          case "test.late" -> "default";
          default -> "single";
        };
    return new NewJob(command, queue, "{\"number\":0}", 1, clock.instant(), actor);
  }

  private JobView awaitEnd(Actor actor, JobId id, JobState state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> seen(actor, id).state().isFinal());
    assertThat(seen(actor, id).state()).isEqualTo(state);
    return seen(actor, id);
  }

  private JobView seen(Actor actor, JobId id) {
    return reads.find(actor.organisation(), id.value()).orElseThrow();
  }

  private static long waiting(Actor actor) {
    UUID organisation = actor.organisation();
    return database
        .sql()
        .fetchOne("SELECT count(*) FROM work_job WHERE org_id = ?", organisation)
        .get(0, Long.class);
  }

  private static Actor actor(String name) {
    return new Actor(Ids.next(), Ids.next(), name, Actor.Kind.PERSON, Set.of());
  }
}
