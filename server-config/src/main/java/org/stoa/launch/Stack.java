package org.stoa.launch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * A running Stoa with the services it needs. One JVM may run several, each in a state directory of
 * its own. Not for use by several threads at once.
 */
public final class Stack implements AutoCloseable {

  private final StackOptions options;
  private final Steps steps;
  private final StateLock lock;
  private final Settings settings;
  private final List<PayaraService> servers = new ArrayList<>();
  private final List<Service> services = new ArrayList<>();
  private final Optional<BrokerService> broker;

  private Stack(StackOptions options, Progress progress) {
    this.options = options;
    this.steps = new Steps(progress);
    StateDirectory state = options.state();
    state.prepare();
    this.lock = StateLock.of(state);
    try {
      Leftovers.of(state).stop(progress::say);
      this.settings = Settings.of(options);
      servers.add(new PayaraService(options, settings, 1));
      for (int number = 2; number <= options.servers(); number++) {
        servers.add(new PayaraService(options, settings.ofServer(number), number));
      }
      this.broker = broker(state);
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

  /** One server has a broker within it; several share one. */
  private Optional<BrokerService> broker(StateDirectory state) {
    return options.servers() == 1
        ? Optional.empty()
        : Optional.of(new BrokerService(state, first(), settings));
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
      prepareServers();
    } catch (IOException e) {
      failure = new Refusal("Cannot prepare the server: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      failure = e;
    }
    join(starting);
    if (failure != null) {
      throw failure;
    }
    broker.ifPresent(this::start);
    servers.forEach(this::startServer);
  }

  private void prepareServers() throws IOException {
    first().prepare(steps);
    for (PayaraService further : servers.subList(1, servers.size())) {
      further.prepareLike(first(), steps);
    }
  }

  private PayaraService first() {
    return servers.get(0);
  }

  /**
   * Starts the server, after {@link #killServer}, and returns when the application is ready. The
   * application comes up on its own, unless another build was deployed since the stack was started.
   */
  public void startServer() {
    startServer(first());
  }

  private void startServer(PayaraService payara) {
    steps.run(
        payara.name(),
        () -> {
          payara.startFor(options.ear());
          return null;
        });
    if (options.ear().isPresent()) {
      steps.run(
          payara.application(),
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
    killServer(1);
  }

  /**
   * The same for one of several.
   *
   * @param number which, from 1
   */
  public void killServer(int number) {
    servers.get(number - 1).kill();
  }

  /**
   * Kills the broker that the servers share.
   *
   * @throws Refusal when there is none, because one server has its own
   */
  public void killBroker() {
    broker.orElseThrow(() -> new Refusal("There is one server, and the broker in it.")).kill();
  }

  /** Kills the cache, if the stack runs its own. */
  public void killCache() {
    RedisService.running(options.state()).ifPresent(ProcessHandle::destroyForcibly);
  }

  /** Deploys another build of the application on each server, in place of the one that is there. */
  public void deploy(Path ear) {
    steps.run(
        "application",
        () -> {
          for (PayaraService payara : servers) {
            payara.replaceApplication(ear);
          }
          return null;
        });
  }

  /** Takes the application away; the server and the services stay. */
  public void undeploy() {
    steps.run(
        "no application",
        () -> {
          for (PayaraService payara : servers) {
            payara.undeploy();
          }
          return null;
        });
  }

  /** Stops the server, if it runs, starts it again and returns when the application is ready. */
  public void restartServer() {
    restart(first());
  }

  private void restart(PayaraService payara) {
    payara.stop();
    startServer(payara);
  }

  /** Starts again whatever of the stack has died, and returns when it is ready; says what. */
  public void revive() {
    Stream.concat(services.stream(), broker.stream())
        .filter(this::isFoundDead)
        .forEach(
            service -> {
              service.stop();
              start(service);
            });
    servers.stream().filter(this::isFoundDead).forEach(this::restart);
  }

  private boolean isFoundDead(Service service) {
    if (service.hasDied()) {
      steps.progress().say("The %s has stopped; starting it again.".formatted(service.name()));
      return true;
    }
    return false;
  }

  /** Whether some part of the stack has died. */
  boolean hasDied() {
    return Stream.of(servers.stream(), services.stream(), broker.stream())
        .flatMap(some -> some)
        .anyMatch(Service::hasDied);
  }

  /** Stops the servers, then what they used. */
  @Override
  public void close() {
    boolean interrupted = Thread.interrupted();
    try {
      servers.forEach(PayaraService::stop);
      broker.ifPresent(BrokerService::stop);
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
    return first().address();
  }

  /** The address of the application on each of its servers. */
  public List<URI> addresses() {
    return servers.stream().map(PayaraService::address).toList();
  }

  /** The passwords of the administration in the format of Payara's own client. */
  public Path adminPasswordFile() {
    return first().passwordFile();
  }

  /** The password of the person {@code admin} of the administration. */
  public String adminPassword() {
    return first().adminPassword();
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
    return first().log();
  }

  /** The process of the server. */
  public ProcessHandle server() {
    return first().process().orElseThrow(() -> new Refusal("The server does not run."));
  }
}
