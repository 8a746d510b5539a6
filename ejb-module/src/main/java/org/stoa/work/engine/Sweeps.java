package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Freed;
import org.stoa.work.store.Endings;
import org.stoa.work.store.Holds;
import org.stoa.work.store.LimitCounts;
import org.stoa.work.store.PeriodKeys;

/** What has to be looked for, because nobody tells of it, or because who should have told died. */
@ApplicationScoped
public class Sweeps {

  private static final Duration STARTS_ARE_KEPT = Duration.ofSeconds(10);

  /** What nobody told of is found at the latest after this time. */
  private static final Duration MOST = Duration.ofSeconds(10);

  private Holds holds;
  private Endings endings;
  private PeriodKeys keys;
  private LimitCounts counts;
  private HistoryKeeper history;
  private WorkSettings settings;
  private CurrentControls controls;
  private ReadyQueues ready;
  private Drains drains;
  private Releaser releaser;
  private JobAnnouncer announcer;
  private Clock clock;
  private Pace looks;
  private Pace releases;
  private Pace weeks;

  /** For the container's proxies only. */
  protected Sweeps() {}

  /** With the stores and those who act on what is found. */
  @Inject
  public Sweeps(
      Holds holds,
      Endings endings,
      PeriodKeys keys,
      LimitCounts counts,
      HistoryKeeper history,
      WorkSettings settings,
      CurrentControls controls,
      ReadyQueues ready,
      Drains drains,
      Releaser releaser,
      JobAnnouncer announcer,
      Clock clock) {
    this.holds = holds;
    this.endings = endings;
    this.keys = keys;
    this.counts = counts;
    this.history = history;
    this.settings = settings;
    this.controls = controls;
    this.ready = ready;
    this.drains = drains;
    this.releaser = releaser;
    this.announcer = announcer;
    this.clock = clock;
    looks = new Pace(Duration.ofMillis(900), MOST, clock);
    releases = new Pace(Duration.ofMillis(1_900), MOST, clock);
    weeks = new Pace(Duration.ofHours(1), Duration.ofDays(1), clock);
  }

  /** Finds jobs whose time has come or is over, and jobs of which no message told. */
  public void sweep() {
    controls.refresh();
    promoteDue();
    cancelExpired();
    looks.turn(ready::look);
    drains.wakeAll();
    drains.handBackWhatWaits();
  }

  private void promoteDue() {
    for (List<Freed> due = holds.promoteDue(clock.instant());
        !due.isEmpty();
        due = holds.promoteDue(clock.instant())) {
      releaser.freed(due);
    }
  }

  private void cancelExpired() {
    List<EndedJob> expired = endings.cancelExpired(JobErrors.expired(), clock.instant());
    if (!expired.isEmpty()) {
      releaser.ended(expired);
      announcer.changed(expired.stream().map(EndedJob::id).collect(Collectors.toSet()));
    }
  }

  /** Lets jobs go on that wait for others, where it was forgotten. */
  public void release() {
    releases.turn(releaser::sweep);
  }

  /** Forgets what nobody needs any more, and makes room for what comes. */
  public void tidy() {
    Instant now = clock.instant();
    keys.forget(now);
    counts.forgetStarts(STARTS_ARE_KEPT);
    weeks.turn(() -> history.keep(now, settings.history()));
  }
}
