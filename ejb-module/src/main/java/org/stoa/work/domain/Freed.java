package org.stoa.work.domain;

import java.util.List;
import java.util.Optional;

/**
 * A job that something does not hold back any more.
 *
 * @param job where it waits
 * @param hold what holds it now; null when it is ready
 * @param limit its limit key, or null
 */
public record Freed(ReadyJob job, Hold hold, LimitKey limit) {

  /** Those that are ready. */
  public static List<ReadyJob> ready(List<Freed> freed) {
    return freed.stream().filter(one -> one.hold() == null).map(Freed::job).toList();
  }

  /** The limit keys on which they wait now. */
  public static List<LimitKey> keys(List<Freed> freed) {
    return freed.stream()
        .filter(one -> one.hold() == Hold.KEY)
        .flatMap(one -> Optional.ofNullable(one.limit()).stream())
        .distinct()
        .toList();
  }
}
