package org.stoa.shared;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.params.SetParams;

/**
 * Keeps the answers to requests with a key of their own, per organisation, for a day, in the cache.
 * A key is reserved while its first request runs.
 */
@Singleton
public class IdempotentAnswers {

  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration LONGEST_REQUEST = Duration.ofMinutes(2);

  private final JedisPooled redis;

  /** In the cache. */
  @Inject
  public IdempotentAnswers(JedisPooled redis) {
    this.redis = redis;
  }

  /** What the cache holds for a key: no answer while the first request runs. */
  public record Entry(String fingerprint, IdempotentAnswer answer) {}

  /** Tells requests apart. */
  public static String fingerprint(String address, byte[] body) {
    MessageDigest digest = sha256();
    digest.update(address.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
    return HexFormat.of().formatHex(digest.digest(body));
  }

  /**
   * Reserves the key for a request of the current organisation.
   *
   * @return the answer to give again, or empty when the request is to run now
   * @throws IdempotencyProblem when the key was used for another request, or its request still runs
   */
  public Optional<IdempotentAnswer> begin(String key, String fingerprint) {
    String reservation = JsonText.of(new Entry(fingerprint, null));
    SetParams ifNew = SetParams.setParams().nx().ex(LONGEST_REQUEST.toSeconds());
    if (redis.set(address(key), reservation, ifNew) != null) {
      return Optional.empty();
    }
    String kept = redis.get(address(key));
    if (kept == null) {
      return begin(key, fingerprint);
    }
    Entry entry = JsonText.read(kept, Entry.class);
    if (!entry.fingerprint().equals(fingerprint)) {
      throw IdempotencyProblem.reused(key);
    }
    if (entry.answer() == null) {
      throw IdempotencyProblem.running(key);
    }
    return Optional.of(entry.answer());
  }

  /** Keeps the answer to the request that reserved the key. */
  public void finish(String key, IdempotentAnswer answer) {
    String kept = redis.get(address(key));
    if (kept != null) {
      String fingerprint = JsonText.read(kept, Entry.class).fingerprint();
      redis.setex(address(key), KEPT.toSeconds(), JsonText.of(new Entry(fingerprint, answer)));
    }
  }

  /** Gives the key free: its request was refused. */
  public void forget(String key) {
    redis.del(address(key));
  }

  private static String address(String key) {
    byte[] hash = sha256().digest(key.getBytes(StandardCharsets.UTF_8));
    return "idempotency:" + CallContext.organisation() + ":" + HexFormat.of().formatHex(hash);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
