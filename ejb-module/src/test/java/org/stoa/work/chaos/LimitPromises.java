package org.stoa.work.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * No more at once and per second than allowed, from what the handlers noted themselves. What a
 * process that was held was just about to begin is not promised (decision 0015).
 */
record LimitPromises(DSLContext sql, Disturbances disturbances) {

  private record Interval(Instant from, Instant to) {}

  void check(List<Attempt> attempts) {
    Map<String, List<Interval>> byName = intervals();
    assertThat(mostAtOnce(byName.remove(ChaosHandlers.SLOW)))
        .isBetween(1, ChaosHandlers.SLOW_AT_ONCE);
    assertThat(byName).isNotEmpty();
    byName.forEach(
        (key, some) -> assertThat(mostAtOnce(some)).as("%s: %s", key, some).isEqualTo(1));
    startsWereSpread(attempts);
  }

  private Map<String, List<Interval>> intervals() {
    Map<String, List<Interval>> byName = new TreeMap<>();
    for (Record row : sql.fetch("SELECT * FROM chaos_interval ORDER BY id")) {
      long process = row.get("process", Long.class);
      Interval interval = interval(row, process);
      assertThat(interval.to()).as("end of %s", row).isAfter(interval.from());
      if (!disturbances.isAboutToBegin(process, interval.from())) {
        byName
            .computeIfAbsent(row.get("name", String.class), name -> new ArrayList<>())
            .add(interval);
      }
    }
    return byName;
  }

  /** What has no end was cut off; of what was held, only the time before that counts. */
  private Interval interval(Record row, long process) {
    Instant began = row.get("began", OffsetDateTime.class).toInstant();
    OffsetDateTime told = row.get("ended", OffsetDateTime.class);
    Instant ended =
        told == null ? disturbances.cutOff(process, began).orElse(began) : told.toInstant();
    return new Interval(began, disturbances.heldBetween(process, began, ended).orElse(ended));
  }

  private static int mostAtOnce(List<Interval> some) {
    TreeMap<Instant, Integer> changes = new TreeMap<>();
    for (Interval interval : some) {
      changes.merge(interval.from(), 1, Integer::sum);
      changes.merge(interval.to(), -1, Integer::sum);
    }
    int now = 0;
    int most = 0;
    for (int change : changes.values()) {
      now += change;
      most = Math.max(most, now);
    }
    return most;
  }

  private static void startsWereSpread(List<Attempt> attempts) {
    List<Instant> starts =
        attempts.stream()
            .filter(attempt -> attempt.kind().equals(ChaosHandlers.RATED))
            .map(Attempt::from)
            .sorted()
            .toList();
    assertThat(starts).isNotEmpty();
    for (int i = ChaosHandlers.RATED_PER_SECOND; i < starts.size(); i++) {
      assertThat(Duration.between(starts.get(i - ChaosHandlers.RATED_PER_SECOND), starts.get(i)))
          .as("starts within a second")
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }
}
