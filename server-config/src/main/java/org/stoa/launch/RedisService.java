package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.core.ExecutableProvider;

/** Redis with an append-only file in the state directory. */
final class RedisService implements Service {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path home;
  private final Path log;
  private final Path pid;
  private final Path settings;
  private final String password;
  private final int port;
  private Process redis;

  RedisService(StateDirectory state, Secrets secrets, int port) {
    this.home = state.redis();
    this.log = state.logs().resolve("redis.log");
    this.pid = pid(state);
    this.settings = settings(state);
    this.password = password(secrets);
    this.port = port;
  }

  @Override
  public String name() {
    return "cache";
  }

  @Override
  public void start() throws IOException {
    Files.createDirectories(home);
    StateDirectory.writePrivately(settings, settingsText());
    redis =
        Processes.startWritten(
            new ProcessBuilder(executable().toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())));
    Processes.remember(pid, redis.toHandle());
    Waiting.upTo(PATIENCE).until(this::answers, redis::isAlive, "Redis did not start: see " + log);
  }

  private Path executable() throws IOException {
    return ExecutableProvider.newJarResourceProvider(home.toFile()).get().toPath();
  }

  private String settingsText() {
    return """
    bind 127.0.0.1
    port %d
    requirepass %s
    dir "%s"
    save ""
    appendonly yes
    appendfsync everysec
    set-proc-title no
    """
        .formatted(port, password, home);
  }

  private boolean answers() {
    try (Jedis jedis =
        new Jedis(
            new HostAndPort("127.0.0.1", port),
            DefaultJedisClientConfig.builder().password(password).build())) {
      return "PONG".equals(jedis.ping());
    } catch (JedisException e) {
      return false;
    }
  }

  @Override
  public void stop() {
    if (redis != null) {
      Processes.stop(redis.toHandle(), PATIENCE);
      redis = null;
    }
  }

  @Override
  public boolean hasDied() {
    return redis != null && !redis.isAlive();
  }

  /** The server of this state directory, if it runs. */
  static Optional<ProcessHandle> running(StateDirectory state) {
    return Processes.remembered(pid(state), settings(state).toString());
  }

  private static Path pid(StateDirectory state) {
    return state.run().resolve("redis.pid");
  }

  private static Path settings(StateDirectory state) {
    return state.redis().resolve("redis.conf");
  }

  private static String password(Secrets secrets) {
    return secrets.password("redis.password");
  }

  static String url(Secrets secrets, int port) {
    return "redis://:" + password(secrets) + "@127.0.0.1:" + port + "/0";
  }
}
