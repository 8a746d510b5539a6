package org.stoa.work.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.stoa.shared.Actor;
import org.stoa.work.JobId;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.NewJob;
import org.stoa.work.engine.JobForms;
import org.stoa.work.engine.TestRegistry;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.SameConnection;
import org.stoa.work.store.Submissions;

/** Submits jobs of every kind and cancels some, and remembers what must come of them. */
final class ChaosJobs {

  private static final int STOPPABLE_PER_TURN = 3;
  private static final int CANCEL_TRIES = 20;
  private static final List<String> MIXED =
      List.of(
          ChaosHandlers.NOTHING,
          ChaosHandlers.INSERT,
          ChaosHandlers.INSERT,
          ChaosHandlers.FAILING,
          ChaosHandlers.KEYED);

  private final Clock clock = Clock.systemUTC();
  private final DataSource source;
  private final Actor submitter;
  private final RandomGenerator random;
  private final JobForms forms;
  private final Deque<Long> stoppable = new ArrayDeque<>();
  private final Map<Long, Instant> cancelled = new LinkedHashMap<>();
  private final Set<Long> strict = new HashSet<>();
  private int number;
  private int turn;

  ChaosJobs(DataSource source, Actor submitter, RandomGenerator random) {
    this.source = source;
    this.submitter = submitter;
    this.random = random;
    this.forms = new JobForms(TestRegistry.of(ChaosHandlers.all(source)));
  }

  /** When which jobs were cancelled; each must end so. */
  Map<Long, Instant> cancelled() {
    return cancelled;
  }

  /** The jobs that must not run unless those that they wait for succeed. */
  Set<Long> strict() {
    return strict;
  }

  /** How many keys were taken for a long time; there must be one job of each. */
  int keysForLong() {
    return turn;
  }

  /** Submits at least so many, in several transactions, some of which are rolled back. */
  void submit(int count) throws SQLException {
    turn++;
    List<JobId> first = commit(many(count / 2));
    List<JobId> last = first.subList(first.size() - 3, first.size());
    commit(many(count / 8).stream().map(each -> each.withAfterEndOf(last)).toList());
    commit(many(count / 8).stream().map(each -> each.withAfter(last)).toList())
        .forEach(id -> strict.add(id.value()));
    commit(limitedAndLater(count / 4));
    submit(many(20), false);
    submitKeyed();
    cancelSome();
  }

  private List<SubmitJob> many(int count) {
    List<SubmitJob> commands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      commands.add(command(MIXED.get(random.nextInt(MIXED.size()))));
    }
    return commands;
  }

  private List<SubmitJob> limitedAndLater(int count) {
    List<SubmitJob> commands = new ArrayList<>();
    Instant now = clock.instant();
    for (int i = 0; i < count; i++) {
      commands.add(
          switch (i % 4) {
            case 0 -> command(ChaosHandlers.INSERT).withDueAt(now.plusMillis(i * 40L));
            case 1 -> command(ChaosHandlers.SLOW);
            case 2 -> command(ChaosHandlers.RATED);
            default -> command(ChaosHandlers.SLOW).withExpiry(now.plusMillis(i * 100L));
          });
    }
    return commands;
  }

  /** The same key several times: while a job of it is unfinished, and for an hour. */
  private void submitKeyed() throws SQLException {
    for (int i = 0; i < 2 * ChaosHandlers.ONCE_KEYS; i++) {
      SubmitJob once = command(ChaosHandlers.ONCE);
      commit(List.of(once.withKey(ChaosHandlers.onceKey((ChaosHandlers.Load) once.payload()))));
    }
    for (boolean commits : List.of(false, true, true, false, true)) {
      SubmitJob first = command(ChaosHandlers.NOTHING);
      submit(List.of(first.withKeyFor("for-long-" + turn, Duration.ofHours(1))), commits);
    }
  }

  /** Those of the turn before, which run perhaps, and the first of the new ones. */
  private void cancelSome() throws SQLException {
    List<SubmitJob> commands = new ArrayList<>();
    for (int i = 0; i < STOPPABLE_PER_TURN; i++) {
      commands.add(command(ChaosHandlers.STOPPABLE));
    }
    int before = stoppable.size();
    commit(commands).forEach(id -> stoppable.addLast(id.value()));
    cancel(stoppable.removeLast());
    for (int i = 0; i < before; i++) {
      cancel(stoppable.removeFirst());
    }
  }

  /** Cancels whatever is not cancelled yet. */
  void cancelAll() {
    while (!stoppable.isEmpty()) {
      cancel(stoppable.removeFirst());
    }
  }

  private void cancel(long job) {
    Endings endings = new Endings(new Jdbc(source));
    for (int i = 0; i < CANCEL_TRIES; i++) {
      Instant now = clock.instant();
      if (endings.cancelWaiting(submitter.organisation(), job, now).isPresent()
          || endings.requestCancel(submitter.organisation(), job, now)) {
        cancelled.put(job, now);
        return;
      }
    }
    throw new AssertionError("Job " + job + " neither waits nor runs.");
  }

  private SubmitJob command(String kind) {
    number++;
    ChaosHandlers.Load load = ChaosHandlers.Load.of(number);
    SubmitJob command = new SubmitJob(kind, load);
    return kind.equals(ChaosHandlers.KEYED)
        ? command.withLimitKey(ChaosHandlers.key(load))
        : command;
  }

  private List<JobId> commit(List<SubmitJob> commands) throws SQLException {
    return submit(commands, true);
  }

  private List<JobId> submit(List<SubmitJob> commands, boolean commit) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      Jdbc jdbc = new Jdbc(new SameConnection(connection));
      Instant now = clock.instant();
      List<NewJob> jobs =
          commands.stream().map(command -> forms.fill(command, submitter, now)).toList();
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
}
