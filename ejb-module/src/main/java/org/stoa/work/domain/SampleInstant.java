package org.stoa.work.domain;

import java.time.Instant;
import java.util.Collection;

/**
 * An instant of which there are samples.
 *
 * @param at when
 * @param isDeep whether it is known how many jobs waited and ran
 */
public record SampleInstant(Instant at, boolean isDeep) {

  /** How many of them are deep. */
  public static int deep(Collection<SampleInstant> instants) {
    return (int) instants.stream().filter(SampleInstant::isDeep).count();
  }
}
