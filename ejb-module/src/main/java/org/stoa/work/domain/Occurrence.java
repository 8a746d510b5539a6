package org.stoa.work.domain;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import org.stoa.work.ScheduledTime;
import org.stoa.work.TimeMark;

/**
 * A time that a rule names, brought to an instant.
 *
 * @param at when it runs; when it is skipped, the instant at which clocks are put forward over it
 * @param planned the local time that the rule names
 * @param offset the offset that holds at that instant
 * @param mark what clocks have to do with it
 */
public record Occurrence(Instant at, LocalDateTime planned, ZoneOffset offset, TimeMark mark) {

  /** An instant that does not come from a local time. */
  static Occurrence of(Instant at, ZoneId zone) {
    ZoneOffset offset = zone.getRules().getOffset(at);
    return new Occurrence(at, LocalDateTime.ofInstant(at, offset), offset, TimeMark.NORMAL);
  }

  /** A local time at one of the offsets that it has. */
  static Occurrence of(LocalDateTime time, ZoneOffset offset, TimeMark mark) {
    return new Occurrence(time.toInstant(offset), time, offset, mark);
  }

  /** A local time that does not exist. */
  static Occurrence missing(LocalDateTime time, ZoneOffsetTransition gap, TimeMark mark) {
    return new Occurrence(gap.getInstant(), time, gap.getOffsetAfter(), mark);
  }

  /** Whether anything runs then. */
  public boolean runs() {
    return mark != TimeMark.SKIPPED;
  }

  /** As it is told. */
  public ScheduledTime view() {
    boolean exists = runs() && mark != TimeMark.MOVED;
    return new ScheduledTime(
        runs() ? at : null, runs() ? at.atOffset(offset) : null, exists ? null : planned, mark);
  }
}
