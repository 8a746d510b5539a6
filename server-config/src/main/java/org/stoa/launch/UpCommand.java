package org.stoa.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Starts Stoa in the background and tells how far it is. Without {@code --detach} it stays, and
 * ending it ends Stoa.
 */
final class UpCommand {

  private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

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

  /** Counted down when all that the supervisor said has been passed on. */
  private final CountDownLatch told = new CountDownLatch(1);

  /** Set when what was started shall outlive this process. */
  private volatile boolean detached;

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
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop"));
    try {
      return accompany(events, supervisor, before.isEmpty());
    } finally {
      told.countDown();
    }
  }

  private int accompany(EventReader events, ProcessHandle supervisor, boolean isFirstStart) {
    Optional<Event.Kind> end =
        new Narrator(System.out, Boolean.getBoolean("stoa.terminal")).narrate(events, supervisor);
    if (end.orElseThrow(this::silence) != Event.Kind.SETTLED) {
      return 1;
    }
    if (isFirstStart && System.getenv("STOA_ADMIN_PASSWORD") == null) {
      Credentials.in(state.credentials())
          .ifPresent(made -> System.out.println("The password is " + made.password()));
    }
    if (arguments.has("detach")) {
      detached = true;
      return 0;
    }
    System.out.println("Ctrl-C stops it.");
    if (new Narrator(System.out, false).narrate(events, supervisor).isEmpty()) {
      throw silence();
    }
    return 0;
  }

  /** What to say of a supervisor that ended without a word: on a full disk it has none. */
  private Refusal silence() {
    try {
      state.refuseFullDisk();
    } catch (Refusal full) {
      return full;
    }
    return new Refusal(
        "The launcher was ended from outside: ./stoa up starts it again, and "
            + state.launcherLog()
            + " tells what it did.");
  }

  /** Ends what was started; whoever accompanies it tells how it ends. */
  private void stop(ProcessHandle supervisor) {
    if (detached || !supervisor.isAlive()) {
      return;
    }
    supervisor.destroy();
    Processes.waitFor(supervisor, STOP_PATIENCE);
    try {
      if (!told.await(LAST_WORDS.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("What happened stands in " + state.launcherLog() + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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
    command.add("--servers=" + arguments.servers());
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
