package org.stoa.work.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * One instant.
 *
 * @param at the instant
 * @param zone where it is told
 */
public record OneTime(Instant at, ZoneId zone) implements Timetable {

  @Override
  public Stream<Occurrence> after(Instant instant) {
    return at.isAfter(instant) ? Stream.of(Occurrence.of(at, zone)) : Stream.empty();
  }
}
