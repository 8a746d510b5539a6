package org.stoa.work.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The worker processes, and what is done to them. */
final class Workers implements AutoCloseable {

  private final String address;
  private final RandomGenerator random;
  private final Disturbances done;
  private final Map<String, Process> processes = new LinkedHashMap<>();
  private volatile String held;
  private CompletableFuture<Void> letGo = CompletableFuture.completedFuture(null);

  Workers(String address, int count, RandomGenerator random, Disturbances done) throws IOException {
    this.address = address;
    this.random = random;
    this.done = done;
    for (int i = 1; i <= count; i++) {
      start("worker-" + i);
    }
  }

  private void start(String name) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                "-Xmx192m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChaosWorker.class.getName(),
                address,
                name)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(new File("target/chaos-" + name + ".log")))
            .start();
    processes.put(name, process);
  }

  /** Kills one of them without warning, and starts it again; never the one that is held. */
  void killOne() throws IOException, InterruptedException {
    String name = any();
    Process process = processes.get(name);
    process.destroyForcibly().waitFor();
    done.killed(name, process.pid(), Instant.now());
    start(name);
  }

  /** Holds one of them for a while: it is there, and does nothing. Returns at once. */
  void holdOne(Duration time) throws IOException, InterruptedException {
    held = any();
    Instant now = Instant.now();
    done.held(held, processes.get(held).pid(), now, now.plus(time));
    signal("STOP");
    letGo = CompletableFuture.runAsync(this::letGo, afterwards(time));
  }

  private static Executor afterwards(Duration time) {
    return CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void letGo() {
    try {
      signal("CONT");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    held = null;
  }

  /** Returns when none is held. */
  void awaitLetGo() {
    letGo.join();
  }

  private void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, Long.toString(processes.get(held).pid()))
        .start()
        .waitFor();
  }

  private String any() {
    List<String> names =
        processes.keySet().stream().filter(name -> !name.equals(held)).sorted().toList();
    return names.get(random.nextInt(names.size()));
  }

  /** The processes that ended by themselves, which none should. */
  List<String> gone() {
    return processes.entrySet().stream()
        .filter(process -> !process.getValue().isAlive())
        .map(Map.Entry::getKey)
        .toList();
  }

  @Override
  public void close() {
    processes.values().forEach(Process::destroyForcibly);
  }
}
