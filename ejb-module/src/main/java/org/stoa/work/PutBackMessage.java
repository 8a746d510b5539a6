package org.stoa.work;

import jakarta.json.JsonValue;

/**
 * What is to be different when a refused message is put back. Null leaves what the message says.
 *
 * @param kind the kind of job
 * @param payload the payload of the job
 */
public record PutBackMessage(String kind, JsonValue payload) {

  /** As it came. */
  public static PutBackMessage unchanged() {
    return new PutBackMessage(null, null);
  }
}
