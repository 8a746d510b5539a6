package org.stoa.operations.gateway;

import jakarta.inject.Inject;
import java.util.Map;
import redis.clients.jedis.JedisPooled;

/** Pings the cache. */
public class Cache implements Look {

  @Inject private JedisPooled redis;

  @Override
  public Map<String, String> atIt() {
    String answer = redis.ping();
    if (!"PONG".equals(answer)) {
      throw new IllegalStateException("the cache answers " + answer);
    }
    return Map.of();
  }
}
