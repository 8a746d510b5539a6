package org.stoa.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Says what runs; the exit status is 0 when the application is ready, and 3 otherwise. */
final class StatusCommand {

  private static final int NOT_READY = 3;

  private final StateDirectory state;

  StatusCommand(StateDirectory state) {
    this.state = state;
  }

  int run() {
    Optional<ProcessHandle> supervisor = new Supervisor(state).process();
    print("launcher", supervisor);
    for (int server = 1; server == 1 || Files.exists(state.serverProcess(server)); server++) {
      print(server == 1 ? "server" : "server " + server, PayaraService.running(state, server));
    }
    BrokerService.running(state).ifPresent(broker -> print("broker", Optional.of(broker)));
    print("database", PostgresService.running(state));
    print("cache", RedisService.running(state));
    Optional<Integer> port = Ports.kept(state.ports(1), Port.HTTP);
    boolean ready = supervisor.isPresent() && port.isPresent() && isReady(port.get());
    System.out.println(
        ready
            ? "Ready at http://localhost:%d/".formatted(port.get())
            : supervisor.isPresent()
                ? "Not ready."
                : "Stoa does not run: start it with ./stoa up.");
    return ready ? 0 : NOT_READY;
  }

  private static void print(String name, Optional<ProcessHandle> process) {
    System.out.printf(
        "  %-10s %s%n", name, process.map(StatusCommand::describe).orElse("not running here"));
  }

  private static String describe(ProcessHandle process) {
    return "process %d%s"
        .formatted(
            process.pid(),
            process
                .info()
                .startInstant()
                .map(start -> ", up " + age(Duration.between(start, Instant.now())))
                .orElse(""));
  }

  private static String age(Duration age) {
    return age.toHours() > 0
        ? "%d h %02d m".formatted(age.toHours(), age.toMinutesPart())
        : "%d m %02d s".formatted(age.toMinutes(), age.toSecondsPart());
  }

  private static boolean isReady(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/health/ready".formatted(port)))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return HttpClient.newHttpClient()
              .send(request, HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
