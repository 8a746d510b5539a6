package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.Settings;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.JobProgress;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.Success;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.FreshClaims;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.Journal;
import org.stoa.work.store.Nodes;
import org.stoa.work.store.Submissions;
import org.stoa.work.store.Successes;
import org.stoa.work.store.WorkStoreException;

class GroupFinisherTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String KIND = "test.group";

  private final Jdbc jdbc = new Jdbc(database.application());
  private final Clock clock = Clock.systemUTC();
  private final Endings endings = new Endings(jdbc);
  private final FreshClaims fresh = new FreshClaims(jdbc);
  private final JobReads reads = new JobReads(jdbc);
  private final RunningJobs running = new RunningJobs(clock);
  private final List<Long> released = Collections.synchronizedList(new ArrayList<>());
  private final UUID node = Ids.next();
  private final String queue = "group-" + node;
  private final Set<Long> announced = ConcurrentHashMap.newKeySet();
  private final AtomicInteger statements = new AtomicInteger();
  private final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of());

  private final JobAnnouncer announcer =
      new JobAnnouncer() {
        @Override
        public void changed(Collection<Long> ids) {
          announced.addAll(ids);
        }
      };

  private final Releaser releaser =
      new Releaser() {
        @Override
        void endedTogether(List<ClaimedJob> jobs) {
          jobs.forEach(job -> released.add(job.id()));
        }
      };

  @BeforeEach
  void join() {
    new Nodes(jdbc).heartbeat(node, "n", clock.instant(), Duration.ofMinutes(10), "[]");
  }

  @Test
  void aSingleJobEndsBeforeTheCallReturns() {
    RunningJob run = runs(1).get(0);
    run.progress(3, 4L, "three of four");

    finisher(new Successes(jdbc)).finish(run, "{\"text\":\"done\"}");

    JobView job = seen(run);
    assertThat(job.state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(job.result()).hasToString("{\"text\":\"done\"}");
    assertThat(job.progress()).isEqualTo(new JobProgress(3, 4L, "three of four"));
    assertThat(running.all()).isEmpty();
    assertThat(announced).containsExactly(run.id());
  }

  @Test
  void manyJobsOfManyWorkersAllEndAndShareCommits() throws Exception {
    List<RunningJob> runs = runs(600);
    GroupFinisher finisher = finisher(new CountedSuccesses());

    ExecutorService workers = Executors.newFixedThreadPool(8);
    List<Callable<Void>> shares = new ArrayList<>();
    runs.forEach(
        run ->
            shares.add(
                () -> {
                  finisher.finish(run, null);
                  return null;
                }));
    for (Future<Void> share : workers.invokeAll(shares)) {
      share.get();
    }
    workers.shutdown();

    assertThat(runs).allSatisfy(run -> assertThat(seen(run).state().isFinal()).isTrue());
    assertThat(announced).hasSize(600);
    assertThat(running.all()).isEmpty();
    assertThat(statements.get()).isLessThan(600);
  }

  @Test
  void aJobWhoseLeaseWasLostKeepsItsStateAndTheOthersEnd() {
    List<RunningJob> runs = runs(2);
    endings.takeBack(runs.get(0).lease(), "n", clock.instant());

    Set<Long> ended =
        new Successes(jdbc)
            .finish(node, "n", runs.stream().map(run -> success(run.lease())).toList());

    assertThat(ended).containsExactly(runs.get(1).id());
    assertThat(seen(runs.get(0)).state()).isEqualTo(JobState.QUEUED);
    assertThat(seen(runs.get(1)).state()).isEqualTo(JobState.SUCCEEDED);
    endings.cancelWaiting(ada.organisation(), runs.get(0).id(), clock.instant());
  }

  @Test
  void whatCannotBeWrittenWhileTheDatabaseIsAwayIsWrittenLater() {
    RunningJob run = runs(1).get(0);
    BrokenSuccesses successes = new BrokenSuccesses("08006");
    GroupFinisher finisher = finisher(successes);

    finisher.finish(run, null);
    assertThat(running.all()).containsExactly(run);
    assertThat(released).isEmpty();

    successes.mend();
    finisher.writeAgain();
    assertThat(seen(run).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(running.all()).isEmpty();
    assertThat(released).containsExactly(run.id());
  }

  @Test
  void aJobThatCannotBeWrittenFailsAndTheOthersOfItsGroupEnd() {
    List<RunningJob> runs = runs(2);
    BrokenSuccesses successes = new BrokenSuccesses("08006");
    GroupFinisher finisher = finisher(successes);
    finisher.finish(runs.get(0), "{\"not JSON");
    finisher.finish(runs.get(1), "{}");

    successes.mend();
    finisher.writeAgain();

    assertThat(seen(runs.get(0)).state()).isEqualTo(JobState.FAILED);
    assertThat(seen(runs.get(1)).state()).isEqualTo(JobState.SUCCEEDED);
    assertThat(running.all()).isEmpty();
  }

  private final class CountedSuccesses extends Successes {

    CountedSuccesses() {
      super(jdbc);
    }

    @Override
    public Set<Long> finish(UUID owner, String name, List<Success> successes) {
      statements.incrementAndGet();
      return super.finish(owner, name, successes);
    }
  }

  private final class BrokenSuccesses extends Successes {

    private String state;

    BrokenSuccesses(String state) {
      super(jdbc);
      this.state = state;
    }

    void mend() {
      state = null;
    }

    @Override
    public Set<Long> finish(UUID owner, String name, List<Success> successes) {
      if (state != null) {
        throw new WorkStoreException(new SQLException("away", state));
      }
      return super.finish(owner, name, successes);
    }
  }

  private GroupFinisher finisher(Successes successes) {
    WorkSettings settings = new WorkSettings(new Settings(JobRunnerTest.noConfiguration()));
    return new GroupFinisher(successes, endings, running, releaser, announcer, settings, clock);
  }

  private Success success(Lease lease) {
    return new Success(lease, null, null, Instant.parse("2026-03-01T12:00:00Z"));
  }

  private List<RunningJob> runs(int count) {
    Submissions submissions = new Submissions(jdbc, new Dependencies(jdbc));
    for (int i = 0; i < count; i++) {
      submissions.add(new NewJob(new SubmitJob(KIND, "x"), queue, "{}", 3, clock.instant(), ada));
    }
    RunJournal journal = new RunJournal(new Journal(jdbc), announcer);
    List<RunningJob> runs =
        fresh.claim(queue, Set.of(KIND), count, node, clock.instant()).stream()
            .map(job -> new RunningJob(job, journal, clock))
            .toList();
    runs.forEach(running::begin);
    return runs;
  }

  private JobView seen(RunningJob run) {
    return reads.find(ada.organisation(), run.id()).orElseThrow();
  }
}
