package org.stoa.operations;

import java.util.Map;

/**
 * What looking at one of the needed services found.
 *
 * @param up whether it answered as it should
 * @param millis how long that took
 * @param facts what else was seen: a version, free bytes, why not
 */
public record Probe(boolean up, long millis, Map<String, String> facts) {

  public Probe {
    facts = Map.copyOf(facts);
  }
}
