package org.stoa.work.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The worker processes, and when they were killed. */
final class Workers implements AutoCloseable {

  /** When a process was killed. */
  record Kill(String node, long process, Instant at) {}

  private final String address;
  private final Map<String, Process> processes = new LinkedHashMap<>();
  private final List<Kill> kills = new ArrayList<>();

  Workers(String address, int count) throws IOException {
    this.address = address;
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

  /** Kills one of them without warning, and starts it again. */
  void killOne() throws IOException, InterruptedException {
    List<String> names = List.copyOf(processes.keySet());
    String name = names.get(ThreadLocalRandom.current().nextInt(names.size()));
    Process process = processes.get(name);
    process.destroyForcibly().waitFor();
    kills.add(new Kill(name, process.pid(), Instant.now()));
    start(name);
  }

  List<Kill> kills() {
    return kills;
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
