package org.stoa.work.chaos;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;

/** Jobs of every kind that the engine must not lose, double or let out of bounds. */
final class ChaosHandlers {

  static final String NOTHING = "chaos.nothing";
  static final String INSERT = "chaos.insert";
  static final String SLOW = "chaos.slow";
  static final String FAILING = "chaos.failing";
  static final String KEYED = "chaos.keyed";
  static final String RATED = "chaos.rated";
  static final String ONCE = "chaos.once";
  static final String STOPPABLE = "chaos.stoppable";
  static final String SCHEDULED = "chaos.scheduled";

  static final int SLOW_AT_ONCE = 3;
  static final int RATED_PER_SECOND = 15;
  static final int ONCE_KEYS = 5;

  private static final int KEYED_MILLIS = 20;
  private static final int ONCE_MILLIS = 300;

  private ChaosHandlers() {}

  /**
   * What a job is given.
   *
   * @param number tells jobs of a kind apart
   * @param millis how long it takes, where that is not the kind's to say
   */
  public record Load(int number, int millis) {

    /** One that takes as long as its kind says. */
    static Load of(int number) {
      return new Load(number, 0);
    }
  }

  /** The limit key of a job of the kind {@link #KEYED}. */
  static String key(Load load) {
    return "target-" + load.number() % 10;
  }

  /** The key of a job of the kind {@link #ONCE}. */
  static String onceKey(Load load) {
    return "once-" + load.number() % ONCE_KEYS;
  }

  /** What runs of a schedule are named. */
  static String scheduleName(int number) {
    return "schedule-" + number;
  }

  static List<JobHandler<Load, Void>> all(DataSource source) {
    Intervals intervals = new Intervals(source);
    return List.of(
        new Nothing(),
        new Insert(source),
        new Slow(intervals),
        new Failing(),
        new Keyed(intervals),
        new Rated(),
        new Once(intervals),
        new Stoppable(),
        new Scheduled(intervals));
  }

  @Handles(kind = NOTHING, queue = "chaos")
  static final class Nothing implements JobHandler<Load, Void> {
    @Override
    public Void run(Load load, JobRun run) {
      return null;
    }
  }

  @Handles(kind = INSERT, queue = "chaos")
  static final class Insert implements JobHandler<Load, Void> {

    private final DataSource source;

    Insert(DataSource source) {
      this.source = source;
    }

    @Override
    public Void run(Load load, JobRun run) throws InterruptedException {
      TimeUnit.MILLISECONDS.sleep(load.number() % 50);
      return null;
    }

    @Override
    public void complete(Load load, Void nothing, JobRun run) {
      try (Connection connection = source.getConnection();
          PreparedStatement insert =
              connection.prepareStatement("INSERT INTO chaos_effect (job_id) VALUES (?)")) {
        insert.setLong(1, run.id());
        insert.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Handles(kind = SLOW, queue = "chaos-slow", running = SLOW_AT_ONCE)
  static final class Slow implements JobHandler<Load, Void> {

    private final Intervals intervals;

    Slow(Intervals intervals) {
      this.intervals = intervals;
    }

    @Override
    public Void run(Load load, JobRun run) throws InterruptedException {
      intervals.sleep(SLOW, 100 + load.number() * 7 % 500);
      return null;
    }
  }

  /** Every third number fails each time, the others once. */
  @Handles(kind = FAILING, queue = "chaos", backOffMillis = 200, maxBackOffMillis = 500)
  static final class Failing implements JobHandler<Load, Void> {
    @Override
    public Void run(Load load, JobRun run) {
      if (load.number() % 3 == 0 || run.attempt() == 1) {
        throw new IllegalStateException("chaos");
      }
      return null;
    }
  }

  @Handles(kind = KEYED, queue = "chaos")
  static final class Keyed implements JobHandler<Load, Void> {

    private final Intervals intervals;

    Keyed(Intervals intervals) {
      this.intervals = intervals;
    }

    @Override
    public Void run(Load load, JobRun run) throws InterruptedException {
      intervals.sleep(key(load), KEYED_MILLIS);
      return null;
    }
  }

  @Handles(kind = RATED, queue = "chaos", startsPerSecond = RATED_PER_SECOND)
  static final class Rated implements JobHandler<Load, Void> {
    @Override
    public Void run(Load load, JobRun run) {
      return null;
    }
  }

  /** Submitted with a key, so that no second one exists as long as it has not ended. */
  @Handles(kind = ONCE, queue = "chaos")
  static final class Once implements JobHandler<Load, Void> {

    private final Intervals intervals;

    Once(Intervals intervals) {
      this.intervals = intervals;
    }

    @Override
    public Void run(Load load, JobRun run) throws InterruptedException {
      intervals.sleep(onceKey(load), ONCE_MILLIS);
      return null;
    }
  }

  /** Goes on until it is cancelled. */
  @Handles(kind = STOPPABLE, queue = "chaos-stop")
  static final class Stoppable implements JobHandler<Load, Void> {
    @Override
    public Void run(Load load, JobRun run) throws InterruptedException {
      TimeUnit.MINUTES.sleep(10);
      return null;
    }
  }

  @Handles(kind = SCHEDULED, queue = "chaos-schedules")
  static final class Scheduled implements JobHandler<Load, Void> {

    private final Intervals intervals;

    Scheduled(Intervals intervals) {
      this.intervals = intervals;
    }

    @Override
    public Void run(Load load, JobRun run) throws InterruptedException {
      intervals.sleep(scheduleName(load.number()), load.millis());
      return null;
    }
  }
}
