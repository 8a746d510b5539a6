package org.stoa.architecture;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** The floors of the house. A room may call rooms on lower floors, never one on its own. */
final class Tiers {

  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("shared"),
          Set.of("audit", "live"),
          Set.of("work"),
          Set.of("files", "mail"),
          Set.of("identity"),
          Set.of("data"),
          Set.of("insight", "flow"),
          Set.of("study", "automation", "trace", "shop"),
          Set.of("knowledge", "operations"));

  private Tiers() {}

  /** The tier of a room, empty for a room that the house has not given a place. */
  static OptionalInt of(String room) {
    return IntStream.range(0, FLOORS.size())
        .filter(tier -> FLOORS.get(tier).contains(room))
        .findFirst();
  }

  static boolean isBelow(String lower, String upper) {
    return of(lower).orElse(FLOORS.size()) < of(upper).orElse(-1);
  }
}
