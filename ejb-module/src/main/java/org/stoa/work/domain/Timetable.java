package org.stoa.work.domain;

import java.time.Instant;
import java.util.stream.Stream;

/** The times of a rule that has neither start nor end. */
@FunctionalInterface
public interface Timetable {

  /** All that are later than the instant, in order; often without end. */
  Stream<Occurrence> after(Instant instant);
}
