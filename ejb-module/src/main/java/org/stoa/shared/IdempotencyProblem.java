package org.stoa.shared;

/** An {@code Idempotency-Key} cannot be used for this request. */
public class IdempotencyProblem extends Problem {

  private static final long serialVersionUID = 1L;

  private IdempotencyProblem(String type, int status, String detail) {
    super(type, status, "The Idempotency-Key cannot be used", detail);
  }

  static IdempotencyProblem reused(String key) {
    return new IdempotencyProblem(
        "idempotency-key-reused",
        422,
        "The key " + key + " was used for another request. Use a new key for a new request.");
  }

  static IdempotencyProblem running(String key) {
    return new IdempotencyProblem(
        "idempotency-key-running",
        409,
        "The first request with the key " + key + " still runs. Try again in a moment.");
  }
}
