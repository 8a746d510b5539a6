package org.stoa.work.schedule;

import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.Ids;
import org.stoa.shared.JsonText;
import org.stoa.shared.TickingClock;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;
import org.stoa.work.Jobs;
import org.stoa.work.ScheduleDefinition;
import org.stoa.work.ScheduleFiring;
import org.stoa.work.ScheduleRuns;
import org.stoa.work.ScheduleSilent;
import org.stoa.work.ScheduleView;
import org.stoa.work.Schedules;
import org.stoa.work.domain.StoredSchedule;
import org.stoa.work.engine.HandlerRegistry;
import org.stoa.work.engine.JobForms;
import org.stoa.work.engine.JobKinds;
import org.stoa.work.engine.PayloadForms;
import org.stoa.work.engine.TestRegistry;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.Firings;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.SameConnection;
import org.stoa.work.store.ScheduleAlerts;
import org.stoa.work.store.ScheduleRows;
import org.stoa.work.store.Submissions;

/** Schedules of one organisation on a database, and a clock that goes on when it is told. */
final class ScheduleScene {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final String KIND = "test.greet";
  static final String CLOSED = "test.closed";
  static final String PRINT = "test.print";

  /** What the handler takes. */
  public record Greeting(String text) {}

  /** Stands for the handler of any room. */
  @Handles(kind = KIND, openTo = "work.greet")
  public static class GreetingHandler implements JobHandler<Greeting, Void> {

    @Override
    public Void run(Greeting payload, JobRun run) {
      return null;
    }
  }

  /** Nobody may ask for it from outside. */
  @Handles(kind = CLOSED)
  public static class ClosedHandler extends GreetingHandler {}

  /** For others than those who only write schedules. */
  @Handles(kind = PRINT, openTo = "print.sheets")
  public static class PrintHandler extends GreetingHandler {}

  final TickingClock clock = new TickingClock(NOON);
  final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of("work.*"));
  final List<AuditEntry> trail = new CopyOnWriteArrayList<>();
  final List<ScheduleSilent> silences = new CopyOnWriteArrayList<>();
  final List<UUID> changes = new CopyOnWriteArrayList<>();

  private final DataSource source;
  private final HandlerRegistry registry =
      TestRegistry.of(new GreetingHandler(), new ClosedHandler(), new PrintHandler());

  ScheduleScene(DataSource source) {
    this.source = source;
  }

  /** One node in one transaction: everything that works with its one connection. */
  final class Work {

    final ScheduleRows rows;
    final Firings firings;
    final Firer firer;
    final SilenceWatch watch;
    final Schedules schedules;
    final ScheduleRuns runs;
    final Endings endings;
    final JobReads reads;
    final Jobs jobs;

    Work(DataSource connection) {
      Jdbc jdbc = new Jdbc(connection);
      rows = new ScheduleRows(jdbc);
      firings = new Firings(jdbc);
      reads = new JobReads(jdbc);
      endings = new Endings(jdbc);
      AuditTrail audit = new KeptTrail();
      jobs =
          new Jobs(
              new JobForms(registry),
              new Submissions(jdbc, new Dependencies(jdbc)),
              endings,
              reads,
              new Untold(),
              audit,
              clock);
      PayloadForms payloads = new PayloadForms(registry);
      ScheduleAlerts alerts = new ScheduleAlerts(jdbc);
      ScheduleNews news = new KeptNews();
      ScheduleViews views = new ScheduleViews(firings, alerts, reads);
      ScheduleBook book = new ScheduleBook(rows, views, new DefinitionChecks(payloads), news);
      firer = new Firer(rows, firings, new Submitter(firings, payloads, jobs), registry, news);
      watch = new SilenceWatch(alerts, reads, news);
      schedules = new Schedules(clock, book, new JobKinds(registry), audit);
      runs = new ScheduleRuns(book, views, firer, audit, clock);
    }
  }

  /** Does something in one transaction of Ada, and commits it. */
  <T> T does(Function<Work, T> act) {
    return transaction(ada, act, true);
  }

  /** Does something in one transaction of the system, and commits it. */
  <T> T doesAsSystem(Function<Work, T> act) {
    return transaction(Actor.system(ada.organisation()), act, true);
  }

  /** Does something in one transaction, and dies before it is committed. */
  <T> T doesAndDies(Function<Work, T> act) {
    return transaction(ada, act, false);
  }

  private <T> T transaction(Actor actor, Function<Work, T> act, boolean commits) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      T done = CallContext.callAs(actor, () -> act.apply(new Work(new SameConnection(connection))));
      if (commits) {
        connection.commit();
      } else {
        connection.rollback();
      }
      return done;
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  ScheduleView created(String rule, String more) {
    ScheduleDefinition definition = definition("greet " + Ids.next(), rule, more);
    return does(work -> work.schedules.create(definition));
  }

  /** A schedule that runs each so many seconds from noon on. */
  ScheduleView each(int seconds, String more) {
    return created("'kind':'FIXED_RATE','every':'PT" + seconds + "S','start':'" + NOON + "'", more);
  }

  static ScheduleDefinition definition(String name, String rule, String more) {
    return definition(name, KIND, rule, more);
  }

  static ScheduleDefinition definition(String name, String kind, String rule, String more) {
    String json =
        "{'name':'%s','kind':'%s','payload':{'text':'hello'},'rule':{%s,'zone':'UTC'}%s}"
            .formatted(name, kind, rule, more.isEmpty() ? "" : "," + more);
    return JsonText.read(json.replace('\'', '"'), ScheduleDefinition.class);
  }

  int fire() {
    return does(work -> work.firer.fireDue(clock.instant(), Set.of(), 50));
  }

  void release() {
    does(work -> work.firer.releaseHeld(clock.instant(), Set.of(), 50));
  }

  void tick(int seconds) {
    clock.tick(Duration.ofSeconds(seconds));
  }

  /** What became of the times, the oldest first. */
  List<ScheduleFiring> history(UUID schedule) {
    List<ScheduleFiring> newestFirst =
        does(
            work ->
                new ScheduleViews(work.firings, null, work.reads)
                    .history(ada.organisation(), schedule, Optional.empty(), 5000));
    return newestFirst.stream()
        .sorted((one, other) -> one.instant().compareTo(other.instant()))
        .toList();
  }

  ScheduleView seen(UUID schedule) {
    return does(work -> work.schedules.find(schedule));
  }

  void endWaiting(long job) {
    does(work -> work.endings.cancelWaiting(ada.organisation(), job, clock.instant()));
  }

  private final class KeptTrail extends AuditTrail {

    @Override
    public void record(AuditEntry entry) {
      trail.add(entry);
    }
  }

  private final class KeptNews extends ScheduleNews {

    KeptNews() {
      super(null, null);
    }

    @Override
    public void changed(StoredSchedule schedule) {
      changes.add(schedule.id());
    }

    @Override
    public void silent(ScheduleSilent silent) {
      silences.add(silent);
    }
  }
}
