package org.stoa.shared;

/**
 * The answer to a request that created something.
 *
 * @param status the HTTP status
 * @param location where the created thing is, or null
 * @param etag its version, or null
 * @param body the JSON text, or null
 * @param replayed whether it was given before
 */
public record IdempotentAnswer(
    int status, String location, String etag, String body, boolean replayed) {

  /** An answer that is given for the first time. */
  public static IdempotentAnswer first(int status, String location, String etag, String body) {
    return new IdempotentAnswer(status, location, etag, body, false);
  }
}
