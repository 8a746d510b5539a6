package org.stoa.work.chaos;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** How long it took until what a kill had cut off was begun again. */
record Recovery(List<Again> all) {

  /** An attempt that was lost by a kill, and how long after that the next one began. */
  record Again(Attempt lost, Attempt next, Duration after) {}

  Recovery {
    all = all.stream().sorted(Comparator.comparing(Again::after)).toList();
  }

  /** From the kill of a node to the next attempt, for each attempt that was lost by it. */
  static Recovery of(List<Attempt> attempts, Disturbances disturbances) {
    List<Again> all = new ArrayList<>();
    for (int i = 0; i + 1 < attempts.size(); i++) {
      Attempt lost = attempts.get(i);
      Attempt next = attempts.get(i + 1);
      if (lost.isLost() && next.job() == lost.job()) {
        disturbances
            .killBetween(lost.node(), lost.from(), next.from())
            .ifPresent(kill -> all.add(new Again(lost, next, Duration.between(kill, next.from()))));
      }
    }
    return new Recovery(all);
  }

  /** Those that took longer. */
  List<Again> slowerThan(Duration limit) {
    return all.stream().filter(each -> each.after().compareTo(limit) > 0).toList();
  }

  /** So long it took at most for this share of them. */
  Duration within(double share) {
    return all.isEmpty() ? Duration.ZERO : all.get((int) Math.ceil(all.size() * share) - 1).after();
  }

  /** Adds the number, the shares in seconds, and how many took how many whole seconds. */
  JsonObjectBuilder addTo(JsonObjectBuilder line) {
    return line.add("recovered", all.size())
        .add("p50_s", seconds(within(0.5)))
        .add("p99_s", seconds(within(0.99)))
        .add("max_s", seconds(within(1)))
        .add("histogram", histogram());
  }

  private JsonObject histogram() {
    TreeMap<Long, Integer> bySecond = new TreeMap<>();
    all.forEach(each -> bySecond.merge(each.after().toSeconds(), 1, Integer::sum));
    JsonObjectBuilder histogram = Json.createObjectBuilder();
    bySecond.forEach((second, count) -> histogram.add(Long.toString(second), count));
    return histogram.build();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
