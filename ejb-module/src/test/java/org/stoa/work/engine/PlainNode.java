package org.stoa.work.engine;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import org.stoa.shared.Settings;
import org.stoa.work.JobHandler;
import org.stoa.work.domain.Allowance;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Ending;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.Limits;
import org.stoa.work.domain.ReadyJob;
import org.stoa.work.schedule.PlainSchedules;
import org.stoa.work.store.BatchEnds;
import org.stoa.work.store.Books;
import org.stoa.work.store.Claims;
import org.stoa.work.store.ControlStore;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.Holds;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.Journal;
import org.stoa.work.store.LimitCounts;
import org.stoa.work.store.Nodes;
import org.stoa.work.store.PeriodKeys;
import org.stoa.work.store.ReadyReads;
import org.stoa.work.store.Successes;

/**
 * A node of the engine without a container: the same classes, put together by hand, with plain
 * threads, timers and transactions. Nothing wakes it but its own sweeps, as if every message were
 * lost.
 */
public final class PlainNode implements AutoCloseable {

  private static final Logger LOG = System.getLogger(PlainNode.class.getName());

  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final ScheduledExecutorService timers = Executors.newScheduledThreadPool(4);
  private final HandlerRegistry registry = new HandlerRegistry();
  private final PlainTransactions transactions;
  private final Nodes nodes;
  private final ThisNode node;
  private final Drains drains;
  private final LeaseWatch watch;
  private final Sweeps sweeps;
  private final LostJobs lostJobs;
  private final RunningJobs running;
  private final GroupFinisher group;
  private final SelfCheck check;
  private final Releaser releaser;
  private final CurrentControls controls;

  /** A node that takes nothing yet. */
  public PlainNode(DataSource source, Settings configuration) {
    Clock clock = Clock.systemUTC();
    transactions = new PlainTransactions(source);
    Jdbc jdbc = new Jdbc(transactions);
    WorkSettings settings = new WorkSettings(configuration);
    JobAnnouncer silent =
        new JobAnnouncer() {
          @Override
          public void changed(Collection<Long> ids) {
            LOG.log(Level.TRACE, "changed: {0}", ids);
          }
        };
    Claims claims = new Claims(jdbc);
    Endings endings = new Endings(jdbc);
    LimitCounts counts = new LimitCounts(jdbc);
    Holds holds = new Holds(jdbc);
    Dependencies dependencies = new Dependencies(jdbc);
    nodes = new Nodes(jdbc);
    node = new ThisNode(nodes, settings, clock);
    running = new RunningJobs(clock);
    controls = new CurrentControls(new ControlStore(jdbc), registry);
    releaser =
        new Releaser(
                dependencies, new BatchEnds(jdbc), holds, controls, new ToDrains(), silent, clock)
            .on(workers);
    group =
        new GroupFinisher(new Successes(jdbc), endings, running, releaser, silent, settings, clock);
    JobRunner runner =
        new JobRunner(
            registry,
            running,
            new RunJournal(new Journal(jdbc), silent),
            new Completion(endings),
            group,
            endings,
            releaser,
            silent,
            settings,
            clock);
    ReadyQueues ready = new ReadyQueues(new ReadyReads(jdbc));
    Claimer claimer = new Claimer(controls, claims, new Limited(counts), node, clock);
    drains = new Drains(ready, claimer, runner, endings, settings, controls, clock).on(workers);
    lostJobs = new LostJobs(claims, nodes, endings, releaser, silent, clock);
    watch = new LeaseWatch(node, drains, runner, lostJobs, running, claims, settings, clock);
    sweeps =
        new Sweeps(
            holds,
            endings,
            new PeriodKeys(jdbc),
            counts,
            new NoHistory(),
            settings,
            controls,
            ready,
            drains,
            releaser,
            silent,
            clock);
    check = new SelfCheck(new Books(jdbc), clock);
  }

  /** Adds a handler. */
  public void handle(JobHandler<?, ?> handler) {
    registry.add(handler.getClass(), handler);
  }

  /** Where its handlers write: joins the transaction of {@link JobHandler#complete}. */
  public DataSource source() {
    return transactions;
  }

  /** Jobs were committed. */
  public void submitted(List<Freed> jobs) {
    releaser.freed(jobs);
  }

  /** Somebody decided something about queues or kinds. */
  public void refreshControls() {
    controls.refresh();
  }

  /** Deals with the times of schedules as well, each second. */
  public void fireSchedules() {
    PlainSchedules schedules = new PlainSchedules(transactions, registry);
    every(Duration.ofSeconds(1), schedules::fire);
  }

  /** Begins. */
  public void start() {
    node.join();
    lostJobs.takeBack();
    every(Duration.ofSeconds(3), watch::look);
    every(Duration.ofSeconds(1), sweeps::sweep);
    every(Duration.ofSeconds(2), this::takeBackLostJobs);
    every(Duration.ofSeconds(1), this::write);
    every(Duration.ofSeconds(5), check::look);
  }

  private void takeBackLostJobs() {
    lostJobs.takeBack();
    sweeps.release();
  }

  private void write() {
    group.writeAgain();
    running.stopLate();
    running.all().forEach(RunningJob::writeIfDue);
  }

  private void every(Duration period, Runnable turn) {
    Runnable safe =
        () -> {
          try {
            turn.run();
          } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A turn failed, the next follows: {0}", e.toString());
          }
        };
    var unused = timers.scheduleWithFixedDelay(safe, 0, period.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timers.shutdownNow();
    drains.stop();
    running.all().forEach(job -> job.stop(StopReason.NODE_STOPS));
    workers.shutdown();
    node.leave();
  }

  private final class ToDrains implements ReadyListener {

    @Override
    public void ready(ReadyJob job) {
      drains.ready(job);
    }

    @Override
    public void mayBegin(String queue) {
      drains.mayBegin(queue);
    }
  }

  private final class Completion extends JobCompletion {

    Completion(Endings endings) {
      super(endings);
    }

    @Override
    public void succeed(
        JobHandler<Object, Object> handler,
        Object payload,
        Object result,
        RunningJob run,
        Ending ending) {
      transactions.inTransaction(
          () -> {
            super.succeed(handler, payload, result, run, ending);
            return null;
          });
    }
  }

  private final class Limited extends LimitedClaims {

    Limited(LimitCounts counts) {
      super(counts);
    }

    @Override
    public List<ClaimedJob> claim(
        String queue,
        Limits limits,
        Set<String> kinds,
        BiFunction<Allowance, Instant, List<ClaimedJob>> claim) {
      return transactions.inTransaction(() -> super.claim(queue, limits, kinds, claim));
    }
  }

  /** Weeks are made by the test. */
  private static final class NoHistory extends HistoryKeeper {

    @Override
    public void keep(Instant now, Duration kept) {
      LOG.log(Level.TRACE, "history is kept for {0}", kept);
    }
  }
}
