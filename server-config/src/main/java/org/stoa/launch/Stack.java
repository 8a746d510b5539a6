package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A running Stoa with the services it needs. One JVM may run several, each in a state directory of
 * its own.
 */
public final class Stack implements AutoCloseable {

  private final StackOptions options;
  private final Steps steps;
  private final Ports ports;
  private final PostgresService postgres;
  private final RedisService redis;
  private final PayaraService payara;
  private final Map<String, String> environment;

  private Stack(StackOptions options, Progress progress) {
    this.options = options;
    this.steps = new Steps(progress);
    StateDirectory state = options.state();
    state.prepare();
    Secrets secrets = Secrets.keptIn(state.secrets());
    Map<Port, Integer> fixed = new EnumMap<>(Port.class);
    options.httpPort().ifPresent(port -> fixed.put(Port.HTTP, port));
    this.ports = Ports.choose(state.ports(), fixed, options.usualPorts());
    this.postgres = new PostgresService(state, secrets, ports.of(Port.POSTGRES));
    this.redis = new RedisService(state, secrets, ports.of(Port.REDIS));
    this.environment = new HashMap<>();
    environment.put("STOA_HOME", state.root().toString());
    environment.put("STOA_HTTP_ADDRESS", "0.0.0.0");
    environment.put("STOA_HTTP_PORT", Integer.toString(ports.of(Port.HTTP)));
    environment.put("STOA_ADMIN_PORT", Integer.toString(ports.of(Port.ADMIN)));
    environment.put("STOA_JMS_PORT", Integer.toString(ports.of(Port.JMS)));
    environment.put("STOA_IIOP_PORT", Integer.toString(ports.of(Port.IIOP)));
    environment.put("STOA_HEAP_PERCENT", "25");
    environment.put("STOA_DATABASE_URL", postgres.url());
    environment.put("STOA_DATABASE_USER", PostgresService.APPLICATION);
    environment.put("STOA_DATABASE_PASSWORD", postgres.applicationPassword());
    environment.put("STOA_DATABASE_OWNER_USER", PostgresService.OWNER);
    environment.put("STOA_DATABASE_OWNER_PASSWORD", postgres.ownerPassword());
    environment.put("STOA_REDIS_URL", redis.url());
    environment.put("STOA_SMTP_HOST", "127.0.0.1");
    environment.put("STOA_SMTP_PORT", Integer.toString(ports.of(Port.SMTP)));
    environment.put("STOA_TOKEN_KEY", secrets.key("token.key"));
    environment.putAll(options.environment());
    this.payara = new PayaraService(options, secrets, ports, environment);
  }

  /** Starts everything and returns when the application is ready. */
  public static Stack start(StackOptions options, Progress progress) {
    Stack stack = new Stack(options, progress);
    try {
      stack.start();
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
    return stack;
  }

  public static Stack start(StackOptions options) {
    return start(options, Progress.SILENT);
  }

  private void start() {
    List<Service> services = List.of(payara, redis, postgres);
    services.forEach(Service::stopLeftover);
    CompletableFuture<Void> database = started(postgres);
    CompletableFuture<Void> cache = started(redis);
    try {
      payara.prepare(steps);
    } catch (IOException e) {
      throw new Refusal("Cannot prepare the server: " + e.getMessage(), e);
    }
    join(CompletableFuture.allOf(database, cache));
    started(payara).join();
    options.ear().ifPresent(this::deploy);
  }

  private CompletableFuture<Void> started(Service service) {
    return CompletableFuture.runAsync(
        () ->
            steps.run(
                service.name(),
                () -> {
                  service.start();
                  return null;
                }));
  }

  private static void join(CompletableFuture<Void> future) {
    try {
      future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Refusal refusal) {
        throw refusal;
      }
      throw e;
    }
  }

  @Override
  public void close() {
    payara.stop();
    redis.stop();
    postgres.stop();
  }

  /** Kills the server as a power cut would: nothing is flushed, nothing is told. */
  public void killServer() {
    payara.kill();
  }

  /** Starts the server again after {@link #killServer}; the application comes up on its own. */
  public void startServer() {
    started(payara).join();
  }

  /** Deploys another build of the application in place of the one that is there. */
  public void deploy(Path ear) {
    steps.run(
        "application",
        () -> {
          payara.deploy(ear);
          return null;
        });
  }

  /** Takes the application away; the server and the services stay. */
  public void undeploy() {
    steps.run(
        "no application",
        () -> {
          payara.undeploy();
          return null;
        });
  }

  /** The password of the server's administrator, whose name is {@code admin}. */
  public String adminPassword() {
    return payara.adminPassword();
  }

  public int httpPort() {
    return ports.of(Port.HTTP);
  }

  public int adminPort() {
    return ports.of(Port.ADMIN);
  }
}
