package org.stoa.launch;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Processes of an earlier run that was killed before it could stop them. */
record Leftovers(StateDirectory state) {

  private static final Duration PATIENCE = Duration.ofSeconds(45);

  static Leftovers of(StateDirectory state) {
    return new Leftovers(state);
  }

  /** Stops what is there, in the order in which a run stops it; says whether there was any. */
  boolean stop(Consumer<String> listener) {
    boolean any = false;
    for (int server = 1; server == 1 || Files.exists(state.serverProcess(server)); server++) {
      any |= stop("server", PayaraService.running(state, server), "TERM", listener);
    }
    any |= stop("broker", BrokerService.running(state), "TERM", listener);
    any |= stop("cache", RedisService.running(state), "TERM", listener);
    any |= stop("database", PostgresService.running(state), "INT", listener);
    return any;
  }

  private static boolean stop(
      String name, Optional<ProcessHandle> running, String signal, Consumer<String> listener) {
    running.ifPresent(
        process -> {
          listener.accept(
              "Stopping the %s that an earlier run left behind (process %d)."
                  .formatted(name, process.pid()));
          Processes.signal(process, signal);
          if (!Processes.waitFor(process, PATIENCE)) {
            process.destroyForcibly();
            Processes.waitFor(process, PATIENCE);
          }
        });
    return running.isPresent();
  }
}
