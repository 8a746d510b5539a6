package org.stoa.bench.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.work.ControlScope;
import org.stoa.work.PauseWork;
import org.stoa.work.WorkPermissions;
import org.stoa.work.WorkQueues;

/** The courses over which the work engine is measured, inside of the server. */
@ApplicationScoped
public class WorkCourse {

  private static final UUID ORGANISATION = UUID.fromString("018f0000-0000-7000-8000-0000000be9c4");
  private static final Actor ACTOR =
      new Actor(
          new UUID(11, 11),
          ORGANISATION,
          "bench@example.org",
          Actor.Kind.PERSON,
          Set.of("*", WorkPermissions.OPERATE));
  private static final long PAUSE_MICROS = 500;
  private static final int PORTION = 20_000;

  @Inject private BenchDesk desk;
  @Inject private BenchTables tables;
  @Inject private WorkQueues queues;
  @Inject private OldTransaction old;

  /**
   * Jobs that wait are drained: one transaction submits them all, the clock starts at its commit.
   *
   * @return seconds until the last is in the archive
   */
  public double drain(String kind, int jobs) throws Exception {
    tables.prepare();
    return drainNow(kind, jobs);
  }

  private double drainNow(String kind, int jobs) throws Exception {
    long before = tables.succeeded();
    long newest = tables.newest();
    long ran = Ran.count();
    submit(kind, 0, jobs);
    long start = System.nanoTime();
    awaitEnd(ran + jobs, newest);
    double seconds = secondsSince(start);
    check("archived", tables.succeeded() - before, jobs);
    return seconds;
  }

  /**
   * The same beside a transaction that was begun before some other jobs passed through.
   *
   * @param before so many jobs pass through first
   * @return seconds until the last of the measured ones is in the archive
   */
  public double drainBesideOldTransaction(int before, int jobs) throws Exception {
    tables.prepare();
    old.begin();
    try {
      for (int passed = 0; passed < before; passed += PORTION) {
        drainNow(NoOperation.KIND, PORTION);
      }
      return drainNow(NoOperation.KIND, jobs);
    } finally {
      old.end();
    }
  }

  /** Fills the history and the waiting line; see {@link BenchTables#fill}. */
  public void fill(int archived, int waiting) throws SQLException {
    tables.fill(archived, waiting);
  }

  /**
   * Jobs are submitted, each in a transaction of its own, from some threads, and run meanwhile.
   *
   * @return seconds until the last is in the archive
   */
  public double endToEnd(int jobs, int threads) throws Exception {
    tables.prepare();
    long before = tables.succeeded();
    long newest = tables.newest();
    long ran = Ran.count();
    long start = System.nanoTime();
    submitFrom(threads, jobs);
    awaitEnd(ran + jobs, newest);
    double seconds = secondsSince(start);
    check("archived", tables.succeeded() - before, jobs);
    return seconds;
  }

  /**
   * Jobs are submitted in transactions of some, while they run.
   *
   * @return seconds until the last transaction is committed
   */
  public double submitInBulk(int jobs, int perTransaction) throws Exception {
    tables.prepare();
    long newest = tables.newest();
    long ran = Ran.count();
    double seconds = secondsToSubmit(jobs, perTransaction);
    awaitEnd(ran + jobs, newest);
    return seconds;
  }

  /**
   * The same while their queue is paused, so that the machine does nothing else.
   *
   * @return seconds until the last transaction is committed
   */
  public double submitInBulkToPausedQueue(int jobs, int perTransaction) throws Exception {
    tables.prepare();
    long newest = tables.newest();
    long ran = Ran.count();
    double seconds;
    act(() -> queues.pause(ControlScope.QUEUE, NoOperation.QUEUE, PauseWork.unexplained()));
    try {
      seconds = secondsToSubmit(jobs, perTransaction);
    } finally {
      act(() -> queues.resume(ControlScope.QUEUE, NoOperation.QUEUE));
    }
    awaitEnd(ran + jobs, newest);
    return seconds;
  }

  private double secondsToSubmit(int jobs, int perTransaction) throws Exception {
    long start = System.nanoTime();
    for (int from = 0; from < jobs; from += perTransaction) {
      submit(NoOperation.KIND, from, Math.min(perTransaction, jobs - from));
    }
    return secondsSince(start);
  }

  /** Jobs whose effect is one row: checks that there is one of each. */
  public double transactional(int jobs) throws Exception {
    double seconds = drain(OneInsert.KIND, jobs);
    check("effects", tables.effects(), jobs);
    return seconds;
  }

  /**
   * One job at a time on an idle engine.
   *
   * @return milliseconds from the call of submit to the running handler, ascending
   */
  public double[] latencies(int times) throws Exception {
    tables.prepare();
    double[] milliseconds = new double[times];
    for (int i = 0; i < times; i++) {
      long newest = tables.newest();
      long ran = Ran.count();
      Ran.forget();
      long start = System.nanoTime();
      submitOne(i);
      while (Ran.lastNanos() == 0) {
        TimeUnit.MICROSECONDS.sleep(50);
      }
      milliseconds[i] = (Ran.lastNanos() - start) / 1e6;
      awaitEnd(ran + 1, newest);
    }
    Arrays.sort(milliseconds);
    return milliseconds;
  }

  private void submitFrom(int threads, int jobs) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> shares = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        shares.add(() -> submitOneByOne(first, jobs, threads));
      }
      for (Future<Void> share : pool.invokeAll(shares)) {
        share.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  private Void submitOneByOne(int first, int jobs, int step) throws Exception {
    for (int number = first; number < jobs; number += step) {
      submitOne(number);
    }
    return null;
  }

  private static void act(Runnable action) {
    CallContext.runAs(ACTOR, action);
  }

  private void submit(String kind, int from, int count) throws Exception {
    act(() -> desk.submit(kind, from, count));
  }

  private void submitOne(int number) throws Exception {
    act(() -> desk.submitOne(NoOperation.KIND, number));
  }

  /** Asks the database only when all have run, so that the question costs the engine nothing. */
  private void awaitEnd(long ran, long newest) throws SQLException, InterruptedException {
    while (Ran.count() < ran || !tables.allDone(newest)) {
      TimeUnit.MICROSECONDS.sleep(PAUSE_MICROS);
    }
  }

  private static void check(String what, long found, long expected) {
    if (found != expected) {
      throw new IllegalStateException(
          "%s: %d of %d; the figure would be worth nothing".formatted(what, found, expected));
    }
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
