package org.stoa.launch;

import java.net.URI;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * A Redis that the administrator runs: nothing to start and nothing to stop, but the server would
 * wait for it in vain if it does not answer.
 */
record GivenRedis(String url) implements Service {

  private static final int PATIENCE_MILLIS = 10_000;

  @Override
  public String name() {
    return "given cache";
  }

  @Override
  public void start() {
    try (Jedis jedis = new Jedis(URI.create(url), PATIENCE_MILLIS)) {
      jedis.ping();
    } catch (JedisException | IllegalArgumentException e) {
      throw new Refusal(
          "The Redis at %s does not answer: %s Start it, or correct STOA_REDIS_URL."
              .formatted(url.replaceFirst("//.*@", "//…@"), Refusal.sentence(e)),
          e);
    }
  }

  @Override
  public void stop() {
    // It is not ours.
  }

  @Override
  public boolean hasDied() {
    return false;
  }
}
