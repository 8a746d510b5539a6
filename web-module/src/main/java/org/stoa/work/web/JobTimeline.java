package org.stoa.work.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stoa.work.JobAttempt;
import org.stoa.work.JobError;
import org.stoa.work.JobState;
import org.stoa.work.JobView;

/** What a job did from its submission until now or its end, one thing after the other. */
public final class JobTimeline {

  /** How wide it is drawn. */
  static final int WIDTH = 1000;

  private static final int NARROWEST = 4;

  /**
   * A part of the time.
   *
   * @param what WAITING, DELAYED (not due yet), RUNNING, or how the attempt ended
   * @param attempt its number, or null
   * @param node the server, or null
   * @param from since when
   * @param to until when, null when it goes on
   * @param error why the attempt failed, or null
   * @param x where it begins, of {@link #WIDTH}
   * @param width how wide it is
   */
  public record Part(
      String what,
      Integer attempt,
      String node,
      Instant from,
      Instant to,
      JobError error,
      long x,
      long width) {}

  private final List<Part> parts = new ArrayList<>();
  private final Instant start;
  private final Duration whole;
  private Instant reached;

  private JobTimeline(JobView job, Instant now) {
    start = job.submittedAt();
    Instant end = job.finishedAt() == null ? now : job.finishedAt();
    whole = end.isAfter(start) ? Duration.between(start, end) : Duration.ofMillis(1);
    reached = start;
  }

  /** The parts, in order. */
  static List<Part> of(JobView job, List<JobAttempt> attempts, Instant now) {
    JobTimeline timeline = new JobTimeline(job, now);
    for (JobAttempt attempt : attempts) {
      timeline.waitUntil(attempt.startedAt(), job);
      timeline.add(
          attempt.outcome(),
          attempt.attempt(),
          attempt.node(),
          attempt.finishedAt(),
          attempt.finishedAt(),
          attempt.error());
    }
    timeline.last(job, now);
    return timeline.parts;
  }

  private void last(JobView job, Instant now) {
    boolean isAtWork = job.state() == JobState.RUNNING || job.state() == JobState.SUCCEEDED;
    if (isAtWork && job.startedAt() != null) {
      waitUntil(job.startedAt(), job);
      Instant shown = job.finishedAt() == null ? now : job.finishedAt();
      add(job.state().name(), job.attempt(), null, job.finishedAt(), shown, null);
    } else if (job.state() == JobState.QUEUED) {
      waitFrom(job, now);
    } else if (job.finishedAt() != null && reached.isBefore(job.finishedAt())) {
      add("WAITING", null, null, job.finishedAt(), job.finishedAt(), null);
    }
  }

  private void waitFrom(JobView job, Instant now) {
    boolean isDelayed = job.dueAt().isAfter(now);
    add(isDelayed ? "DELAYED" : "WAITING", null, null, null, now, null);
  }

  private void waitUntil(Instant begun, JobView job) {
    Instant due = job.dueAt();
    if (due.isAfter(reached) && due.isBefore(begun)) {
      add("DELAYED", null, null, due, due, null);
    }
    if (begun.isAfter(reached)) {
      add("WAITING", null, null, begun, begun, null);
    }
  }

  private void add(
      String what, Integer attempt, String node, Instant to, Instant shown, JobError error) {
    Instant from = reached;
    reached = shown.isAfter(from) ? shown : from;
    long x = Math.min(WIDTH - NARROWEST, place(from));
    long width = Math.max(NARROWEST, place(reached) - x);
    parts.add(new Part(what, attempt, node, from, to, error, x, Math.min(width, WIDTH - x)));
  }

  private long place(Instant at) {
    return Math.round(
        WIDTH * (double) Duration.between(start, at).toNanos() / (double) whole.toNanos());
  }
}
