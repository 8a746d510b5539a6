package org.stoa.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts Stoa in the background and tells how far it is. Without {@code --detach} it stays, and
 * ending it ends Stoa.
 */
final class UpCommand {

  private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);

  /** In a session or process group of its own, so that Ctrl-C does not reach the services first. */
  private static final String IN_BACKGROUND =
      """
      log=$1; shift
      if command -v setsid >/dev/null 2>&1; then
        setsid nohup "$@" </dev/null >>"$log" 2>&1 &
      else
        set -m
        nohup "$@" </dev/null >>"$log" 2>&1 &
      fi
      echo $!
      """;

  private final StateDirectory state;
  private final Arguments arguments;

  UpCommand(StateDirectory state, Arguments arguments) {
    this.state = state;
    this.arguments = arguments;
  }

  int run() throws IOException {
    state.prepare();
    Optional<ProcessHandle> running = new Supervisor(state).process();
    if (running.isPresent()) {
      throw new Refusal(
          "Stoa already runs (process %d): see ./stoa status, or stop it with ./stoa down."
              .formatted(running.get().pid()));
    }
    Optional<Credentials> before = Credentials.in(state.credentials());
    EventReader events = EventReader.atEndOf(state.launcherLog());
    ProcessHandle supervisor = startSupervisor();
    Thread stop = new Thread(() -> stop(supervisor, events), "stop");
    Runtime.getRuntime().addShutdownHook(stop);
    boolean ready =
        new Narrator(System.out, Boolean.getBoolean("stoa.terminal"))
            .narrateUntilSettled(events, supervisor);
    if (ready && before.isEmpty() && System.getenv("STOA_ADMIN_PASSWORD") == null) {
      Credentials.in(state.credentials())
          .ifPresent(made -> System.out.println("The password is " + made.password()));
    }
    if (!ready || arguments.has("detach")) {
      Runtime.getRuntime().removeShutdownHook(stop);
      return ready ? 0 : 1;
    }
    System.out.println("Ctrl-C stops it.");
    new Narrator(System.out, false).narrateUntilEnd(events, supervisor);
    return 0;
  }

  private void stop(ProcessHandle supervisor, EventReader events) {
    if (supervisor.isAlive()) {
      supervisor.destroy();
      new Narrator(System.out, false).narrateUntilEnd(events, supervisor);
      Processes.waitFor(supervisor, STOP_PATIENCE);
    }
  }

  private ProcessHandle startSupervisor() throws IOException {
    Files.createDirectories(state.logs());
    List<String> command = new ArrayList<>();
    command.addAll(List.of("sh", "-c", IN_BACKGROUND, "stoa", state.launcherLog().toString()));
    command.addAll(
        List.of(
            Jdk.current().java(),
            "-Xmx192m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dstoa.project=" + Main.project(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            SuperviseCommand.NAME));
    arguments.port().ifPresent(port -> command.add("--port=" + port));
    if (arguments.has("empty")) {
      command.add("--empty");
    }
    Process shell =
        new ProcessBuilder(command)
            .directory(Main.project().toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(state.launcherLog().toFile()))
            .start();
    String pid = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return ProcessHandle.of(Long.parseLong(pid))
        .orElseThrow(
            () -> new Refusal("The launcher ended at once: see " + state.launcherLog() + "."));
  }
}
