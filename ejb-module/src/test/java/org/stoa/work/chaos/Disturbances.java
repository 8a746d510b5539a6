package org.stoa.work.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was done to the processes and to the database, and when. */
final class Disturbances {

  /** When a process was killed, or held. */
  record Blow(String node, long process, Instant at) {}

  private record Hold(Blow blow, Instant until) {

    boolean covers(long process, Instant at) {
      return blow.process() == process
          && at.isAfter(blow.at())
          && at.isBefore(until.plus(UNTIL_IT_KNOWS));
    }
  }

  /** What a process was about to do when it was held, it does in this time after it goes on. */
  private static final Duration UNTIL_IT_KNOWS = Duration.ofSeconds(1);

  private final List<Blow> kills = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private final List<Instant> outages = new ArrayList<>();

  void killed(String node, long process, Instant at) {
    kills.add(new Blow(node, process, at));
  }

  /** The process did nothing for so long that it lost its lease, and then went on. */
  void held(String node, long process, Instant from, Instant until) {
    holds.add(new Hold(new Blow(node, process, from), until));
  }

  /** All connections to the database were lost at once. */
  void outage(Instant at) {
    outages.add(at);
  }

  List<Blow> kills() {
    return List.copyOf(kills);
  }

  int holds() {
    return holds.size();
  }

  int outages() {
    return outages.size();
  }

  /** When something that began in a process and did not say its end was cut off. */
  Optional<Instant> cutOff(long process, Instant began) {
    return Stream.concat(
            kills.stream().filter(kill -> kill.process() == process).map(Blow::at),
            outages.stream())
        .filter(at -> at.isAfter(began))
        .min(Instant::compareTo);
  }

  /** When a process was held that had begun something before and ended it afterwards. */
  Optional<Instant> heldBetween(long process, Instant began, Instant ended) {
    return holds.stream()
        .map(Hold::blow)
        .filter(blow -> blow.process() == process)
        .map(Blow::at)
        .filter(at -> at.isAfter(began) && at.isBefore(ended))
        .findFirst();
  }

  /** Whether something was just to begin in a process when it was held. */
  boolean isAboutToBegin(long process, Instant began) {
    return holds.stream().anyMatch(hold -> hold.covers(process, began));
  }

  /** When the node of an attempt was killed, if that is why another one followed. */
  Optional<Instant> killBetween(String node, Instant from, Instant next) {
    return kills.stream()
        .filter(kill -> kill.node().equals(node))
        .map(Blow::at)
        .filter(at -> at.isAfter(from) && at.isBefore(next))
        .findFirst();
  }
}
