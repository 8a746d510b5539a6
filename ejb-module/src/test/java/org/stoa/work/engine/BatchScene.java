package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.Ids;
import org.stoa.shared.MapConfig;
import org.stoa.shared.Settings;
import org.stoa.work.BatchActs;
import org.stoa.work.BatchState;
import org.stoa.work.BatchView;
import org.stoa.work.Batches;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobId;
import org.stoa.work.JobRun;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.SubmitBatch;
import org.stoa.work.SubmitJob;
import org.stoa.work.SubmittedBatch;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Freed;
import org.stoa.work.store.BatchCancels;
import org.stoa.work.store.BatchEnds;
import org.stoa.work.store.BatchReads;
import org.stoa.work.store.BatchRecords;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.Submissions;

/** A node that does steps, which fail or hang when they are told to, and the acts on batches. */
final class BatchScene implements AutoCloseable {

  static final String STEP = "test.step";
  static final String SUM = "test.sum";

  /** What a step is given. */
  public record Step(int number) {}

  final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of("*"));
  final List<Integer> ran = Collections.synchronizedList(new ArrayList<>());
  final List<Integer> ranBeforeSum = Collections.synchronizedList(new ArrayList<>());
  final Set<Integer> failing = Collections.synchronizedSet(new HashSet<>());
  final Set<Integer> hanging = Collections.synchronizedSet(new HashSet<>());
  final List<AuditEntry> trail = new ArrayList<>();
  final BatchReads reads;
  final BatchEnds ends;
  final Endings endings;
  final PlainTransactions transactions;

  private final CountDownLatch never = new CountDownLatch(1);
  private final List<Freed> committed = new ArrayList<>();
  private final JobReads jobs;
  private final Batches batches;
  private final BatchActs acts;
  private final PlainNode node;
  private boolean works;

  BatchScene(DataSource source) {
    transactions = new PlainTransactions(source);
    Jdbc jdbc = new Jdbc(transactions);
    HandlerRegistry registry = new HandlerRegistry();
    List<JobHandler<?, ?>> handlers = List.of(new Steps(), new Sum());
    handlers.forEach(handler -> registry.add(handler.getClass(), handler));
    reads = new BatchReads(jdbc);
    ends = new BatchEnds(jdbc);
    endings = new Endings(jdbc);
    jobs = new JobReads(jdbc);
    BatchRecords records = new BatchRecords(jdbc);
    Submissions submissions = new Submissions(jdbc, new Dependencies(jdbc));
    Clock clock = Clock.systemUTC();
    BatchSubmitter submitter = new BatchSubmitter(new JobForms(registry), submissions, records);
    Kept kept = new Kept();
    batches = new Batches(submitter, reads, kept, clock);
    acts = new BatchActs(reads, new BatchCancels(jdbc, endings), records, kept, new Trail(), clock);
    Map<String, String> settings = Map.of("stoa.work.node", "node-" + Ids.next());
    node = new PlainNode(source, new Settings(new MapConfig(settings)));
    handlers.forEach(node::handle);
  }

  /** Nothing is done before. */
  BatchScene started() {
    works = true;
    node.start();
    return this;
  }

  SubmittedBatch submit(SubmitBatch command) {
    return committed(() -> batches.submit(command));
  }

  BatchView repeat(SubmittedBatch batch) {
    return committed(() -> acts.repeat(batch.id()));
  }

  BatchView cancel(SubmittedBatch batch) {
    return asAda(() -> acts.cancel(batch.id()));
  }

  BatchView seen(SubmittedBatch batch) {
    return asAda(() -> batches.find(batch.id()));
  }

  JobView seen(JobId job) {
    return jobs.find(ada.organisation(), job.value()).orElseThrow();
  }

  JobView seen(long job) {
    return seen(new JobId(job));
  }

  BatchView awaitEnd(SubmittedBatch batch, BatchState state) {
    await(() -> seen(batch).state() != BatchState.RUNNING);
    assertThat(seen(batch).state()).isEqualTo(state);
    return seen(batch);
  }

  JobView awaitEnd(long job, JobState state) {
    await(() -> seen(job).state().isFinal());
    assertThat(seen(job).state()).isEqualTo(state);
    return seen(job);
  }

  static void await(Supplier<Boolean> holds) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(holds::get);
  }

  /** Steps with the numbers 0, 1, 2 and so on. */
  static List<SubmitJob> steps(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new SubmitJob(STEP, new Step(number)))
        .toList();
  }

  static SubmitJob sum() {
    return new SubmitJob(SUM, new Step(0));
  }

  private <T> T committed(Supplier<T> act) {
    T result = transactions.inTransaction(() -> asAda(act));
    if (works) {
      node.submitted(List.copyOf(committed));
    }
    committed.clear();
    return result;
  }

  <T> T asAda(Supplier<T> act) {
    try {
      return CallContext.callAs(ada, act::get);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    never.countDown();
    node.close();
  }

  @Handles(kind = STEP, queue = "steps", maxAttempts = 1)
  private final class Steps implements JobHandler<Step, Void> {
    @Override
    public Void run(Step step, JobRun run) throws InterruptedException {
      if (hanging.contains(step.number())) {
        never.await();
      }
      if (failing.contains(step.number())) {
        throw new IllegalStateException("Step " + step.number() + " was told to fail.");
      }
      ran.add(step.number());
      return null;
    }
  }

  @Handles(kind = SUM, queue = "sums", maxAttempts = 1)
  private final class Sum implements JobHandler<Step, Void> {
    @Override
    public Void run(Step nothing, JobRun run) {
      ranBeforeSum.add(ran.size());
      return null;
    }
  }

  /** Nothing is told but what was submitted; the sweeps of the node find the rest. */
  private final class Kept extends AfterCommit {

    @Override
    public void submitted(Freed job) {
      committed.add(job);
    }

    @Override
    public void ended(EndedJob job) {
      assertThat(seen(job.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    @Override
    public void cancelRequested(long id) {
      assertThat(seen(id).cancelRequested()).isTrue();
    }
  }

  private final class Trail extends AuditTrail {
    @Override
    public void record(AuditEntry entry) {
      trail.add(entry);
    }
  }
}
