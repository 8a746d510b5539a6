package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.Ids;
import org.stoa.shared.JsonText;
import org.stoa.shared.Settings;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.Handles;
import org.stoa.work.JobAttempt;
import org.stoa.work.JobHandler;
import org.stoa.work.JobLogLine;
import org.stoa.work.JobProgress;
import org.stoa.work.JobRun;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.SubmitJob;
import org.stoa.work.UnknownKindProblem;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.store.Claims;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.FreshClaims;
import org.stoa.work.store.Holds;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.Journal;
import org.stoa.work.store.Nodes;
import org.stoa.work.store.Submissions;
import org.stoa.work.store.Successes;

class JobRunnerTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String KIND = "test.say";

  /** What is to be said. */
  public record Words(String text, int times) {}

  /** What was said. */
  public record Said(String text) {}

  /** A handler whose work is given by the test. */
  @FunctionalInterface
  private interface Work {
    Said of(Words words, JobRun run) throws Exception;
  }

  @Handles(kind = KIND, queue = "say", maxAttempts = 2, backOffMillis = 60_000)
  private static final class SayHandler implements JobHandler<Words, Said> {

    private final List<String> completed = new ArrayList<>();
    private Work work = (words, run) -> new Said(words.text().repeat(words.times()));

    @Override
    public Said run(Words payload, JobRun run) throws Exception {
      return work.of(payload, run);
    }

    @Override
    public void complete(Words payload, Said result, JobRun run) {
      completed.add(result.text());
    }
  }

  /** Nobody listens here. */
  private static final class SilentAnnouncer extends JobAnnouncer {

    @Override
    public void changed(Collection<Long> ids) {
      assertThat(ids).isNotEmpty();
    }
  }

  /** Nobody waits here. */
  private static final class SilentReleaser extends Releaser {

    @Override
    void endedTogether(List<ClaimedJob> jobs) {
      assertThat(jobs).isNotEmpty();
    }
  }

  private final Jdbc jdbc = new Jdbc(database.application());
  private final Submissions submissions = new Submissions(jdbc, new Dependencies(jdbc));
  private final FreshClaims claims = new FreshClaims(jdbc);
  private final Endings endings = new Endings(jdbc);
  private final JobReads reads = new JobReads(jdbc);
  private final SayHandler handler = new SayHandler();
  private final HandlerRegistry registry = new HandlerRegistry();
  private final RunningJobs running = new RunningJobs(Clock.systemUTC());
  private final Clock clock = Clock.systemUTC();
  private final UUID node = Ids.next();

  /** Its own for each test, so that none finds what another left waiting. */
  private final String queue = "say-" + node;

  private final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of());

  private JobRunner runner;

  @BeforeEach
  void setTheScene() {
    registry.add(SayHandler.class, handler);
    new Nodes(jdbc).heartbeat(node, "n", clock.instant(), Duration.ofMinutes(10), "[]");
    JobAnnouncer announcer = new SilentAnnouncer();
    WorkSettings settings = new WorkSettings(new Settings(noConfiguration()));
    Releaser releaser = new SilentReleaser();
    runner =
        new JobRunner(
            registry,
            running,
            new RunJournal(new Journal(jdbc), announcer),
            new JobCompletion(endings),
            new GroupFinisher(
                new Successes(jdbc), endings, running, releaser, announcer, settings, clock),
            endings,
            releaser,
            announcer,
            settings,
            clock);
  }

  @Test
  void keepsTheResultAndCompletesOnce() {
    JobView job = run(aClaimedJob("hey", 2));

    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.result()).isEqualTo(JsonText.tree("{\"text\":\"heyhey\"}"));
    assertThat(handler.completed).containsExactly("heyhey");
    assertThat(running.all()).isEmpty();
  }

  @Test
  void runsInTheNameOfTheSubmitterForTheOrganisation() {
    List<Actor> seen = new ArrayList<>();
    handler.work =
        (words, run) -> {
          seen.add(CallContext.requiredActor());
          return new Said(run.idempotencyKey());
        };

    ClaimedJob job = aClaimedJob("hey", 1);
    run(job);

    assertThat(seen.get(0).id()).isEqualTo(ada.id());
    assertThat(seen.get(0).organisation()).isEqualTo(ada.organisation());
    assertThat(seen.get(0).may("anything.at.all")).isTrue();
    assertThat(CallContext.actor()).isEmpty();
    assertThat(handler.completed).containsExactly(KIND + ":" + job.id());
  }

  @Test
  void aProblemIsFinal() {
    handler.work =
        (words, run) -> {
          throw new ConflictProblem("code", "It is taken.");
        };

    JobView job = run(aClaimedJob("hey", 1));

    assertThat(job.state()).isEqualTo(JobState.FAILED);
    assertThat(job.error().type()).isEqualTo("urn:stoa:problem:conflict");
    assertThat(job.error().detail()).isEqualTo("It is taken.");
    assertThat(job.error().members()).containsKey("field");
    assertThat(handler.completed).isEmpty();
  }

  @Test
  void anotherFailureIsRetriedLaterAndThenFinal() {
    handler.work =
        (words, run) -> {
          throw new IllegalStateException("the disk is full of secrets");
        };

    JobView first = run(aClaimedJob("hey", 1));
    assertThat(first.state()).isEqualTo(JobState.QUEUED);
    assertThat(first.dueAt()).isAfter(clock.instant().plusSeconds(25));
    assertThat(JsonText.of(first.error())).doesNotContain("secrets").contains("incident");

    new Holds(jdbc).promoteDue(first.dueAt());
    JobView second = run(claim());
    assertThat(second.state()).isEqualTo(JobState.FAILED);
    assertThat(second.attempt()).isEqualTo(2);
    assertThat(reads.attempts(ada.organisation(), second.id()))
        .extracting(JobAttempt::outcome)
        .containsExactly("FAILED", "FAILED");
  }

  @Test
  void anErrorOfTheMachineIsAFailureToo() {
    handler.work =
        (words, run) -> {
          throw new NoClassDefFoundError("gone");
        };

    assertThat(run(aClaimedJob("hey", 1)).state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void aPayloadThatCannotBeReadIsAFailureToo() {
    ClaimedJob job = aClaimedJob("hey", 1);
    database.ownerSql().execute("UPDATE work_job SET payload = '[1]' WHERE id = " + job.id());
    endings.handBackUnstarted(job.lease());

    assertThat(run(claim()).state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void aRunningJobIsInterruptedAndEndsAsCancelled() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    handler.work =
        (words, run) -> {
          never.await();
          return new Said("never");
        };
    ClaimedJob job = aClaimedJob("hey", 1);
    Thread worker = new Thread(() -> runner.run(job));
    worker.start();
    await().until(() -> !running.all().isEmpty() && worker.getState() == Thread.State.WAITING);

    endings.requestCancel(ada.organisation(), job.id(), clock.instant());
    running.cancel(Set.of(job.id()));
    worker.join(TimeUnit.SECONDS.toMillis(30));

    assertThat(seen(job).state()).isEqualTo(JobState.CANCELLED);
    assertThat(handler.completed).isEmpty();
  }

  @Test
  void anInterruptThatComesTooLateDoesNotReachTheNextJob() {
    List<Boolean> interrupted = new ArrayList<>();
    handler.work =
        (words, run) -> {
          interrupted.add(Thread.currentThread().isInterrupted());
          running.cancel(Set.of(run.id()));
          return new Said("done");
        };

    run(aClaimedJob("first", 1));
    run(aClaimedJob("second", 1));

    assertThat(interrupted).containsExactly(false, false);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aJobThatWasCancelledBeforeItBeganDoesNotBegin() {
    ClaimedJob job = aClaimedJob("hey", 1);
    endings.requestCancel(ada.organisation(), job.id(), clock.instant());
    ClaimedJob seenAgain = new Claims(jdbc).heldBy(node).get(0);

    assertThat(run(seenAgain).state()).isEqualTo(JobState.CANCELLED);
    assertThat(handler.completed).isEmpty();
  }

  @Test
  void whoLostTheLeaseCompletesNothing() {
    handler.work =
        (words, run) -> {
          endings.takeBack(running.all().get(0).lease(), "n", clock.instant());
          return new Said("too late");
        };

    JobView job = run(aClaimedJob("hey", 1));

    assertThat(job.state()).isEqualTo(JobState.QUEUED);
    assertThat(handler.completed).isEmpty();
    assertThat(endings.cancelWaiting(ada.organisation(), job.id(), clock.instant())).isPresent();
  }

  @Test
  void aNodeThatStopsGivesItsJobBack() {
    handler.work =
        (words, run) -> {
          running.all().get(0).stop(StopReason.NODE_STOPS);
          run.checkCancelled();
          return new Said("not reached");
        };

    JobView job = run(aClaimedJob("hey", 1));

    assertThat(job.state()).isEqualTo(JobState.QUEUED);
    assertThat(reads.attempts(ada.organisation(), job.id()))
        .extracting(JobAttempt::outcome)
        .containsExactly("HANDED_BACK");
    endings.cancelWaiting(ada.organisation(), job.id(), clock.instant());
  }

  @Test
  void writesProgressAtMostTwiceASecondAndTheLastOneAlways() {
    List<JobProgress> written = new ArrayList<>();
    handler.work =
        (words, run) -> {
          for (long i = 1; i <= 1_000; i++) {
            run.progress(i, 1_000L, "at " + i);
            if (i % 100 == 0) {
              written.add(reads.find(ada.organisation(), run.id()).orElseThrow().progress());
            }
          }
          run.log("all said");
          return new Said("done");
        };
    Instant start = clock.instant();

    JobView job = run(aClaimedJob("hey", 1));

    long halfSeconds = Duration.between(start, clock.instant()).toMillis() / 500;
    assertThat(written.stream().distinct().count()).isLessThanOrEqualTo(halfSeconds + 1);
    assertThat(job.progress()).isEqualTo(new JobProgress(1_000, 1_000L, "at 1000"));
    assertThat(reads.log(ada.organisation(), job.id()))
        .extracting(JobLogLine::text)
        .containsExactly("all said");
  }

  @Test
  void doesNotBeginWhatItClaimedLongerAgoThanALeaseLasts() {
    Instant longAgo = clock.instant().minusSeconds(20);
    SubmitJob command =
        new SubmitJob(KIND, new Words("late", 1)).withQueue(queue).withDueAt(longAgo);
    submissions.add(new JobForms(registry).fill(command, ada, clock.instant()));

    JobView job = run(claim(longAgo));

    assertThat(handler.completed).isEmpty();
    assertThat(job.state()).as("another attempt decides").isEqualTo(JobState.RUNNING);
  }

  @Test
  void refusesAKindThatNobodyHandlesAndAPayloadThatDoesNotFit() {
    JobForms forms = new JobForms(registry);

    assertThatThrownBy(
            () -> forms.fill(new SubmitJob("test.sing", new Said("la")), ada, clock.instant()))
        .isInstanceOf(UnknownKindProblem.class)
        .hasMessageContaining("test.sing");
    assertThatThrownBy(() -> forms.fill(new SubmitJob(KIND, new Said("la")), ada, clock.instant()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> registry.add(SayHandler.class, handler))
        .isInstanceOf(IllegalStateException.class);
  }

  private ClaimedJob aClaimedJob(String text, int times) {
    JobForms forms = new JobForms(registry);
    SubmitJob command = new SubmitJob(KIND, new Words(text, times)).withQueue(queue);
    submissions.add(forms.fill(command, ada, clock.instant()));
    return claim();
  }

  private ClaimedJob claim() {
    return claim(clock.instant());
  }

  private ClaimedJob claim(Instant at) {
    return claims.claim(queue, Set.of(KIND), 1, node, at).get(0);
  }

  private JobView run(ClaimedJob job) {
    runner.run(job);
    return seen(job);
  }

  private JobView seen(ClaimedJob job) {
    return reads.find(ada.organisation(), job.id()).orElseThrow();
  }

  static Config noConfiguration() {
    return (Config)
        Proxy.newProxyInstance(
            Config.class.getClassLoader(),
            new Class<?>[] {Config.class},
            (proxy, method, arguments) ->
                method.getName().equals("getOptionalValue") ? Optional.empty() : null);
  }
}
