package org.stoa.work;

import jakarta.json.JsonValue;

/**
 * What is to be different when a job is done again.
 *
 * @param payload the payload of the new job; null for the one that the old job had
 */
public record RepeatJob(JsonValue payload) {

  /** With what the old job had. */
  public static RepeatJob unchanged() {
    return new RepeatJob(null);
  }
}
