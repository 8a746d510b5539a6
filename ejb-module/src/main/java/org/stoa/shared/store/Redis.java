package org.stoa.shared.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.JedisPooled;

/** Gives the one pool of connections to the cache; it is closed when the application ends. */
@ApplicationScoped
public class Redis {

  private static final int TIMEOUT_MILLIS = 2_000;

  /** Thread-safe. Connects when first used. */
  @Produces
  @Singleton
  public JedisPooled connections(RedisSettings settings) {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(32);
    pool.setMaxIdle(8);
    pool.setMaxWait(Duration.ofMillis(TIMEOUT_MILLIS));
    pool.setTestWhileIdle(true);
    return new JedisPooled(pool, settings.url(), TIMEOUT_MILLIS);
  }

  void close(@Disposes JedisPooled connections) {
    connections.close();
  }
}
