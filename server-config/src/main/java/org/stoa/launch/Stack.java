package org.stoa.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A running Stoa with the services it needs. One JVM may run several, each in a state directory of
 * its own. Not for use by several threads at once.
 */
public final class Stack implements AutoCloseable {

  private final StackOptions options;
  private final Steps steps;
  private final StateLock lock;
  private final Settings settings;
  private final PayaraService payara;
  private final List<Service> services = new ArrayList<>();

  private Stack(StackOptions options, Progress progress) {
    this.options = options;
    this.steps = new Steps(progress);
    StateDirectory state = options.state();
    state.prepare();
    this.lock = StateLock.of(state);
    try {
      Leftovers.of(state).stop(progress::say);
      this.settings = Settings.of(options);
      this.payara = new PayaraService(options, settings);
      services.add(database(state));
      services.add(cache(state));
      if (settings.usesOwnMail()) {
        services.add(new MailCatcher(state, settings.port(Port.SMTP)));
      }
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  private Service database(StateDirectory state) {
    return settings.usesOwnPostgres()
        ? new PostgresService(state, settings.secrets(), settings.port(Port.POSTGRES))
        : new GivenDatabase(settings.environment());
  }

  private Service cache(StateDirectory state) {
    return settings.usesOwnRedis()
        ? new RedisService(state, settings.secrets(), settings.port(Port.REDIS))
        : new GivenRedis(settings.environment().get("STOA_REDIS_URL"));
  }

  /**
   * Starts everything and returns when the application is ready.
   *
   * @throws Refusal when it cannot; nothing is left running then
   */
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

  /** Starts everything without telling about it. */
  public static Stack start(StackOptions options) {
    return start(options, Progress.SILENT);
  }

  private void start() {
    List<CompletableFuture<Void>> starting = services.stream().map(this::starting).toList();
    RuntimeException failure = null;
    try {
      payara.prepare(steps);
    } catch (IOException e) {
      failure = new Refusal("Cannot prepare the server: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      failure = e;
    }
    join(starting);
    if (failure != null) {
      throw failure;
    }
    startServer();
  }

  /**
   * Starts the server, after {@link #killServer}, and returns when the application is ready. The
   * application comes up on its own, unless another build was deployed since the stack was started.
   */
  public void startServer() {
    steps.run(
        payara.name(),
        () -> {
          payara.startFor(options.ear());
          return null;
        });
    if (options.ear().isPresent()) {
      steps.run(
          "application",
          () -> {
            payara.serve(options.ear().get());
            return null;
          });
    }
  }

  private CompletableFuture<Void> starting(Service service) {
    return CompletableFuture.runAsync(() -> start(service));
  }

  private void start(Service service) {
    steps.run(
        service.name(),
        () -> {
          service.start();
          return null;
        });
  }

  /** Waits for all, also when one fails, so that none is left half started. */
  private static void join(List<CompletableFuture<Void>> futures) {
    RuntimeException failure = null;
    for (CompletableFuture<Void> future : futures) {
      try {
        future.join();
      } catch (CompletionException e) {
        failure = e.getCause() instanceof Refusal refusal ? refusal : e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Kills the server as a power cut would: nothing is flushed, nothing is told. */
  public void killServer() {
    payara.kill();
  }

  /** Deploys another build of the application in place of the one that is there. */
  public void deploy(Path ear) {
    steps.run(
        "application",
        () -> {
          payara.replaceApplication(ear);
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

  /** Stops the server, if it runs, starts it again and returns when the application is ready. */
  public void restartServer() {
    payara.stop();
    startServer();
  }

  /** Starts again whatever of the stack has died; says what. */
  void revive() {
    for (Service service : services) {
      if (service.hasDied()) {
        steps.progress().say("The %s has stopped; starting it again.".formatted(service.name()));
        service.stop();
        start(service);
      }
    }
    if (payara.hasDied()) {
      steps.progress().say("The server has stopped; starting it again.");
      restartServer();
    }
  }

  /** Whether some part of the stack has died. */
  boolean hasDied() {
    return payara.hasDied() || services.stream().anyMatch(Service::hasDied);
  }

  /** Stops the server, then what it used. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      payara.stop();
      for (int last = services.size() - 1; last >= 0; last--) {
        services.get(last).stop();
      }
    } finally {
      lock.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  public int httpPort() {
    return settings.port(Port.HTTP);
  }

  public int adminPort() {
    return settings.port(Port.ADMIN);
  }

  /** The address of the application. */
  public URI address() {
    return URI.create("http://localhost:" + httpPort() + "/");
  }

  /** The passwords of the administration in the format of Payara's own client. */
  public Path adminPasswordFile() {
    return payara.passwordFile();
  }

  /** The password of the person {@code admin} of the administration. */
  public String adminPassword() {
    return payara.adminPassword();
  }

  /** The first administrator of the application. */
  public Credentials credentials() {
    return settings.credentials();
  }

  /** Where the credentials are kept. */
  Path credentialsFile() {
    return options.state().credentials();
  }

  /** The settings that the server was given: {@code STOA_DATABASE_URL} and so on. */
  public Map<String, String> environment() {
    return settings.environment();
  }

  /** The log of the server: one JSON object per line. */
  public Path serverLog() {
    return payara.log();
  }

  /** The process of the server. */
  public ProcessHandle server() {
    return payara.process().orElseThrow(() -> new Refusal("The server does not run."));
  }
}
