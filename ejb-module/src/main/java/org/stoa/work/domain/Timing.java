package org.stoa.work.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.stoa.work.MissedRuns;
import org.stoa.work.domain.Plan.Turn;

/**
 * Decides which times of a schedule are to be dealt with, and how.
 *
 * @param schedule its id, from which the jitter is made
 * @param times its rule, without a limit of runs
 * @param jitter each time is dealt with up to so much later
 * @param missed what becomes of times that passed while nobody was there
 * @param missedLimit how many of them are made up for at most
 */
public record Timing(
    UUID schedule, Schedule times, Duration jitter, MissedRuns missed, int missedLimit) {

  /** What is dealt with so much later than it should be was missed. */
  public static final Duration TOLERANCE = Duration.ofSeconds(30);

  /** So many times are dealt with at once at most, so that a transaction stays short. */
  static final int AT_ONCE = 500;

  private static final long MIX = 0x9E3779B97F4A7C15L;

  /** The first time after an instant. */
  public Optional<Instant> after(Instant instant) {
    return all(instant).findFirst();
  }

  /** When a time is dealt with: itself and its jitter, the same on every node. */
  public Instant fireAt(Instant time) {
    if (jitter.isZero()) {
      return time;
    }
    long mixed = schedule.getMostSignificantBits() ^ schedule.getLeastSignificantBits();
    mixed = (mixed ^ time.toEpochMilli()) * MIX;
    mixed = (mixed ^ (mixed >>> 32)) * MIX;
    return time.plusMillis(Math.floorMod(mixed ^ (mixed >>> 29), jitter.toMillis()));
  }

  /**
   * What is to be done now.
   *
   * @param next the first time that was not dealt with
   * @param runsLeft how often it may still run
   */
  public Plan plan(Instant next, int runsLeft, Instant now) {
    int most = AT_ONCE + missedLimit;
    List<Instant> due =
        Stream.concat(Stream.of(next), all(next))
            .limit(most + 1L)
            .takeWhile(time -> !fireAt(time).isAfter(now))
            .toList();
    if (due.isEmpty()) {
      return new Plan(List.of(), Optional.of(next));
    }
    return due.size() > most && isLate(due.get(most), now)
        ? new Plan(leftOut(due.subList(0, AT_ONCE)), Optional.of(due.get(AT_ONCE)))
        : decided(due, runsLeft, now);
  }

  private Plan decided(List<Instant> due, int runsLeft, Instant now) {
    int late = (int) due.stream().takeWhile(time -> isLate(time, now)).count();
    int madeUp = Math.min(late, madeUpAtMost());
    List<Turn> turns = new ArrayList<>(leftOut(due.subList(0, late - madeUp)));
    due.stream()
        .skip((long) late - madeUp)
        .limit(runsLeft)
        .forEach(time -> turns.add(new Turn(time, true, isLate(time, now))));
    boolean all = turns.size() == due.size();
    Instant last = due.get(due.size() - 1);
    int runs = due.size() - (late - madeUp);
    return new Plan(turns, all && runs < runsLeft ? after(last) : Optional.empty());
  }

  private static List<Turn> leftOut(List<Instant> missed) {
    return missed.stream().map(time -> new Turn(time, false, true)).toList();
  }

  private int madeUpAtMost() {
    return switch (missed) {
      case SKIP -> 0;
      case RUN_ONCE -> 1;
      case RUN_ALL -> missedLimit;
    };
  }

  private boolean isLate(Instant time, Instant now) {
    return fireAt(time).plus(TOLERANCE).isBefore(now);
  }

  private Stream<Instant> all(Instant after) {
    return times.after(after).filter(Occurrence::runs).map(Occurrence::at);
  }
}
