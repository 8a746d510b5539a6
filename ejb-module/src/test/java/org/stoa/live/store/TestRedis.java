package org.stoa.live.store;

import java.io.IOException;
import java.net.ServerSocket;
import redis.clients.jedis.JedisPooled;
import redis.embedded.RedisServer;

/** A cache of one test's own, which can be killed and started again without its data. */
public final class TestRedis implements AutoCloseable {

  private final int port;
  private RedisServer server;

  /** Starts one on a free port. */
  public TestRedis() throws IOException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    start();
  }

  /** Connections to it. */
  public JedisPooled connections() {
    return new JedisPooled("localhost", port);
  }

  void start() throws IOException {
    server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"").build();
    server.start();
  }

  void stop() throws IOException {
    server.stop();
  }

  @Override
  public void close() throws IOException {
    stop();
  }
}
