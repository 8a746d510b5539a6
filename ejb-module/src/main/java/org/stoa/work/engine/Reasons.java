package org.stoa.work.engine;

import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.stoa.work.BatchView;
import org.stoa.work.JobState;
import org.stoa.work.WhyView;
import org.stoa.work.WhyView.Reason;
import org.stoa.work.domain.Control;
import org.stoa.work.domain.Lane;
import org.stoa.work.domain.Limits;
import org.stoa.work.domain.ReadyJob;
import org.stoa.work.domain.Usage;
import org.stoa.work.domain.Waiting;
import org.stoa.work.store.BatchReads;
import org.stoa.work.store.LimitCounts;
import org.stoa.work.store.WhyReads;

/** Finds the first thing that keeps a job waiting, and says it in one sentence. */
public class Reasons {

  private static final String QUEUES = "/queues/";
  private static final String KINDS = "/kinds/";
  private static final int COUNTED = 100_000;
  private static final Duration LATELY = Duration.ofMinutes(1);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final WhyReads reads;
  private final BatchReads batches;
  private final LimitCounts counts;
  private final CurrentControls controls;
  private final Clock clock;

  /** With the stores, and what people decided. */
  @Inject
  public Reasons(
      WhyReads reads,
      BatchReads batches,
      LimitCounts counts,
      CurrentControls controls,
      Clock clock) {
    this.reads = reads;
    this.batches = batches;
    this.counts = counts;
    this.controls = controls;
    this.clock = clock;
  }

  /** Why an unfinished job does not run, or that it does. */
  public WhyView of(Waiting job) {
    if (job.state() == JobState.RUNNING) {
      String node = job.node() == null ? "a server that is gone" : job.node();
      return why(
          Reason.RUNNING, "It runs on " + node + " since " + at(job.startedAt()) + ".", null);
    }
    return job.hold() == null ? ofReady(job) : ofHeld(job);
  }

  private WhyView ofHeld(Waiting job) {
    return switch (job.hold()) {
      case BATCH -> waitsForBatch(job.job());
      case JOBS -> waitsForJobs(reads.openPredecessors(job.job().id()));
      case DUE -> notDue(job);
      case KEY -> waitsForSlot(job, reads.slotHolders(job));
    };
  }

  private WhyView waitsForBatch(ReadyJob job) {
    return batches
        .of(job.lane().organisation(), job.id())
        .map(Reasons::waitsFor)
        .orElseGet(() -> why(Reason.WAITS_FOR_BATCH, "Nothing is known of its batch.", null));
  }

  private static WhyView waitsFor(BatchView batch) {
    int open = batch.jobs() - batch.counts().ended();
    String sentence =
        open == 0
            ? "The jobs of batch %s have ended; it is decided at once whether it goes on."
                .formatted(batch.name())
            : "It waits for %d of %d jobs of batch %s.".formatted(open, batch.jobs(), batch.name());
    return why(Reason.WAITS_FOR_BATCH, sentence, "/batches/" + batch.id());
  }

  private static WhyView waitsForJobs(List<Long> jobs) {
    if (jobs.isEmpty()) {
      return why(
          Reason.WAITS_FOR_JOBS, "The jobs it waited for have ended; it goes on at once.", null);
    }
    String others =
        switch (jobs.size()) {
          case 1 -> "";
          case 2 -> " and one other";
          default -> " and " + (jobs.size() - 1) + " others";
        };
    return why(Reason.WAITS_FOR_JOBS, "It waits for job " + jobs.get(0) + others + ".", link(jobs));
  }

  private static WhyView notDue(Waiting job) {
    return job.failures() > 0
        ? why(
            Reason.RETRY_LATER,
            "The last attempt failed; the next one may begin at " + at(job.dueAt()) + ".",
            null)
        : why(Reason.NOT_DUE, "It is not due until " + at(job.dueAt()) + ".", null);
  }

  private WhyView waitsForSlot(Waiting job, List<Long> holders) {
    int most = controls.perLimitKey(job.job().lane().kind());
    String sentence =
        "Of the jobs of kind %s with the limit key %s %d may be under way at once, as many as are."
            .formatted(job.job().lane().kind(), job.limitKey(), most);
    return why(Reason.LIMIT_KEY, sentence, holders.isEmpty() ? null : link(holders));
  }

  private WhyView ofReady(Waiting job) {
    Lane lane = job.job().lane();
    return paused(controls.queue(lane.queue()), Reason.QUEUE_PAUSED, "Queue ", QUEUES)
        .or(() -> paused(controls.kind(lane.kind()), Reason.KIND_PAUSED, "Kind ", KINDS))
        .or(() -> nobodyKnows(lane.kind()))
        .or(() -> nobodyWorks(lane))
        .or(() -> limited(lane))
        .orElseGet(() -> behind(job));
  }

  private static Optional<WhyView> paused(
      Control control, Reason reason, String what, String address) {
    return control.isPaused()
        ? Optional.of(
            why(
                reason,
                "%s%s is paused by %s since %s%s."
                    .formatted(
                        what,
                        control.name(),
                        control.pausedBy(),
                        at(control.pausedAt()),
                        because(control)),
                link(address, control.name())))
        : Optional.empty();
  }

  /** Its handler was removed, or comes with a version that runs elsewhere only. */
  private Optional<WhyView> nobodyKnows(String kind) {
    return controls.isKnown(kind)
        ? Optional.empty()
        : Optional.of(
            why(
                Reason.NO_LIVE_WORKER,
                "No handler on this server does jobs of kind " + kind + ".",
                "/work/workers"));
  }

  private Optional<WhyView> nobodyWorks(Lane lane) {
    return reads.liveNodes() > 0
        ? Optional.empty()
        : Optional.of(
            why(
                Reason.NO_LIVE_WORKER,
                "No server takes jobs of queue " + lane.queue() + " at the moment.",
                "/work/workers"));
  }

  private Optional<WhyView> limited(Lane lane) {
    Limits limits = controls.limits(lane.queue(), Set.of(lane.kind()));
    if (limits.isNone()) {
      return Optional.empty();
    }
    Usage usage = counts.usage(lane.queue(), limits.startsOfKind().keySet());
    return full(
            Reason.QUEUE_LIMIT,
            "Queue " + lane.queue() + " may run %d jobs at once, and %d run.",
            limits.ofQueue(),
            usage.ofQueue(),
            link(QUEUES, lane.queue()))
        .or(
            () ->
                full(
                    Reason.KIND_LIMIT,
                    "Kind " + lane.kind() + " may run %d jobs at once, and %d run.",
                    limits.ofKind().get(lane.kind()),
                    usage.ofKind().getOrDefault(lane.kind(), 0),
                    link(KINDS, lane.kind())))
        .or(
            () ->
                full(
                    Reason.START_LIMIT,
                    "Kind " + lane.kind() + " may start %d jobs a second, and %d started.",
                    limits.startsOfKind().get(lane.kind()),
                    usage.startsOfKind().getOrDefault(lane.kind(), 0),
                    link(KINDS, lane.kind())));
  }

  private static Optional<WhyView> full(
      Reason reason, String sentence, Integer limit, int used, String link) {
    return limit == null || used < limit
        ? Optional.empty()
        : Optional.of(why(reason, sentence.formatted(limit, used), link));
  }

  private static String because(Control control) {
    return control.pauseReason() == null ? "" : ": " + control.pauseReason();
  }

  private WhyView behind(Waiting job) {
    int ahead = reads.ahead(job.job(), COUNTED);
    if (ahead == 0) {
      return why(Reason.NEXT, "Nothing keeps it: a worker takes it next.", null);
    }
    int ended = reads.endedWithin(job.job(), LATELY, clock.instant());
    String many = ahead == COUNTED ? "more than " + COUNTED : Integer.toString(ahead);
    String time =
        ended == 0
            ? ""
            : ", about %d s as jobs of the queue went in the last minute"
                .formatted(Math.max(1, Math.round((double) ahead * LATELY.toSeconds() / ended)));
    String noun = ahead == 1 ? " job" : " jobs";
    return why(Reason.BEHIND_OTHERS, "It is behind " + many + noun + time + ".", null);
  }

  private static WhyView why(Reason reason, String sentence, String link) {
    return new WhyView(reason, sentence, link);
  }

  /** A name may have characters that mean something else in an address. */
  private static String link(String address, String name) {
    return address + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String link(List<Long> jobs) {
    return "/jobs/" + jobs.get(0);
  }

  private static String at(Instant time) {
    return TIME.format(time);
  }
}
