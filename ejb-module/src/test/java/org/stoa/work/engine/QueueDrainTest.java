package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;
import org.stoa.work.domain.Tally;

class QueueDrainTest {

  private static final Duration QUICK = Duration.ofNanos(1);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final ConcurrentLinkedQueue<ClaimedJob> table = new ConcurrentLinkedQueue<>();
  private final Set<Long> done = ConcurrentHashMap.newKeySet();
  private final AtomicInteger claims = new AtomicInteger();
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostRunning = new AtomicInteger();
  private final CountDownLatch goOn = new CountDownLatch(1);
  private final AtomicReference<Runnable> afterClaim = new AtomicReference<>(() -> {});
  private final CountedPlaces places = new CountedPlaces();

  private static final class CountedPlaces implements Places {
    private final AtomicInteger taken = new AtomicInteger();
    private volatile boolean free = true;
    private volatile boolean mayGoOn = true;

    @Override
    public boolean take() {
      if (free) {
        taken.incrementAndGet();
      }
      return free;
    }

    @Override
    public boolean mayGoOn() {
      return mayGoOn;
    }

    @Override
    public void used(Duration time) {
      assertThat(time).isPositive();
    }

    @Override
    public void giveBack() {
      taken.decrementAndGet();
    }
  }

  @AfterEach
  void endThreads() {
    goOn.countDown();
    threads.shutdownNow();
  }

  @Test
  void losesNoWakeUpHoweverItMeetsTheEndOfADrain() throws Exception {
    QueueDrain drain = drain(4, this::doQuickly);
    int submitters = 4;
    int each = 5_000;
    CountDownLatch submitted = new CountDownLatch(submitters);
    for (int s = 0; s < submitters; s++) {
      int first = s * each;
      threads.execute(
          () -> {
            for (int i = 0; i < each; i++) {
              table.add(job(first + i));
              drain.wake();
            }
            submitted.countDown();
          });
    }

    assertThat(submitted.await(60, TimeUnit.SECONDS)).isTrue();
    await().atMost(Duration.ofSeconds(60)).until(() -> done.size() == submitters * each);
  }

  @Test
  void oneWakeUpCallsAsManyWorkersAsThereIsWorkFor() {
    QueueDrain drain = drain(4, this::doWhenTold);
    addJobs(10);

    drain.wake();

    await().until(() -> running.get() == 4);
    goOn.countDown();
    await().until(() -> done.size() == 10);
    assertThat(mostRunning.get()).isEqualTo(4);
  }

  @Test
  void wakeUpsDuringADrainDoNotPileUp() {
    QueueDrain drain = drain(1, this::doWhenTold);
    addJobs(1);
    drain.wake();
    await().until(() -> running.get() == 1);

    for (int i = 0; i < 1_000; i++) {
      drain.wake();
    }
    goOn.countDown();

    await().until(() -> done.size() == 1 && drain.state().workers() == 0);
    assertThat(claims.get()).as("one look for the job, one for all the signals").isEqualTo(2);
  }

  @Test
  void handsOutWhatItClaimedAndCannotBegin() {
    QueueDrain drain = drain(1, this::doFirstQuicklyOthersWhenTold);
    addJobs(1);
    drain.wake();
    await().until(() -> done.size() == 1);
    addJobs(50);
    drain.wake();
    await().until(() -> running.get() == 1);

    assertThat(drain.unbegun()).hasSize(49);
    assertThat(drain.takeUnbegunFor(Duration.ofHours(1))).isEmpty();
    assertThat(drain.takeUnbegunFor(Duration.ZERO)).hasSize(49);
    assertThat(drain.unbegun()).isEmpty();
    goOn.countDown();
    await().until(() -> done.size() == 2);
  }

  @Test
  void beginsNothingMoreWhenItIsStopped() {
    QueueDrain drain = drain(1, this::doWhenTold);
    addJobs(5);
    drain.wake();
    await().until(() -> running.get() == 1);

    drain.stop();
    goOn.countDown();
    await().until(() -> running.get() == 0);
    drain.wake();

    assertThat(done).hasSize(1);
    assertThat(table).hasSize(4);
  }

  @Test
  void aWorkerThatGivesUpLeavesRoomForAnother() {
    AtomicInteger failing = new AtomicInteger(1);
    QueueDrain drain =
        new QueueDrain(
            "q",
            1,
            places,
            size -> {
              if (failing.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is away");
              }
              return take(size);
            },
            this::doQuickly,
            threads,
            Clock.systemUTC());
    addJobs(1);

    drain.wake();

    await()
        .until(
            () -> {
              drain.wake();
              return done.size() == 1;
            });
  }

  @Test
  void aSignalDuringALookIsSeenToAlthoughTheLookEndsInALongJob() {
    QueueDrain drain = drain(2, this::doFirstQuicklyOthersWhenTold);
    addJobs(1);
    drain.wake();
    await().until(() -> done.size() == 1 && drain.state().workers() == 0);
    addJobs(1);
    afterClaim.set(
        () -> {
          addJobs(1);
          assertThat(drain.wake()).as("somebody is on the way").isTrue();
        });

    drain.wake();

    await().until(() -> running.get() == 2);
  }

  @Test
  void aWorkerMakesRoomForAnotherQueueBetweenItsJobs() {
    QueueDrain drain = drain(1, this::doQuickly);
    places.mayGoOn = false;
    addJobs(3);

    drain.wake();

    await().until(() -> places.taken.get() == 0);
    assertThat(done).isEmpty();
    places.mayGoOn = true;
    drain.wake();
    await().until(() -> done.size() == 3);
  }

  @Test
  void withoutAPlaceNobodyIsCalled() {
    QueueDrain drain = drain(4, this::doQuickly);
    places.free = false;
    addJobs(3);

    assertThat(drain.wake()).isFalse();
    assertThat(drain.state().workers()).isZero();
  }

  private QueueDrain drain(int workers, Function<ClaimedJob, Duration> whatToDo) {
    return new QueueDrain("q", workers, places, this::take, whatToDo, threads, Clock.systemUTC());
  }

  private List<ClaimedJob> take(int size) {
    claims.incrementAndGet();
    List<ClaimedJob> taken = new ArrayList<>();
    for (ClaimedJob job = table.poll(); job != null; job = table.poll()) {
      taken.add(job);
      if (taken.size() == size) {
        break;
      }
    }
    afterClaim.getAndSet(() -> {}).run();
    return taken;
  }

  private Duration doQuickly(ClaimedJob job) {
    done.add(job.id());
    return QUICK;
  }

  private Duration doFirstQuicklyOthersWhenTold(ClaimedJob job) {
    return done.isEmpty() ? doQuickly(job) : doWhenTold(job);
  }

  private Duration doWhenTold(ClaimedJob job) {
    mostRunning.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      if (!goOn.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody told me to go on");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      done.add(job.id());
      running.decrementAndGet();
    }
    return Duration.ofSeconds(1);
  }

  private void addJobs(int count) {
    for (int i = 0; i < count; i++) {
      table.add(job(done.size() + i + 1_000L * claims.get()));
    }
  }

  private static ClaimedJob job(long id) {
    UUID owner = new UUID(0, 7);
    return new ClaimedJob(
        new Lease(id, owner, 1),
        owner,
        "test.echo",
        "q",
        0,
        "{}",
        new Tally(1, 0, 0, 3),
        Instant.EPOCH,
        owner,
        "ada",
        false,
        null,
        null,
        null);
  }
}
