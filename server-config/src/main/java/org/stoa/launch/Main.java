package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The command {@code ./stoa}; it says what it does in sentences and never shows a stack trace. */
public final class Main {

  private static final Map<String, Set<String>> COMMANDS =
      Map.of(
          "up",
          Set.of("port", "servers", "empty", "detach"),
          "down",
          Set.of(),
          "status",
          Set.of(),
          "logs",
          Set.of("follow", "raw"),
          "reset",
          Set.of("yes"),
          SuperviseCommand.NAME,
          Set.of("port", "servers", "empty"));

  private Main() {}

  /** Runs one command; the exit status is 0 if it did what was asked. */
  public static void main(String[] words) {
    Logger.getLogger("").setLevel(Level.WARNING);
    StateDirectory state = new StateDirectory(stateRoot());
    System.exit(run(List.of(words), state));
  }

  private static int run(List<String> words, StateDirectory state) {
    try {
      return command(Arguments.parse(words, COMMANDS), state);
    } catch (Refusal refusal) {
      System.err.println(refusal.getMessage());
      return 1;
    } catch (IOException | RuntimeException e) {
      System.err.println(IncidentLog.of(state).record(e));
      return 70;
    }
  }

  private static int command(Arguments arguments, StateDirectory state) throws IOException {
    return switch (arguments.command()) {
      case "up" -> new UpCommand(state, arguments).run();
      case "down" -> new DownCommand(state).run();
      case "status" -> new StatusCommand(state).run();
      case "logs" -> new LogsCommand(state, arguments).run();
      case "reset" -> new ResetCommand(state, arguments).run();
      default -> new SuperviseCommand(options(arguments, state), !arguments.has("empty")).run();
    };
  }

  private static StackOptions options(Arguments arguments, StateDirectory state) {
    Distribution distribution = Distribution.of(project());
    Map<String, String> settings = settings();
    StackOptions options =
        StackOptions.of(distribution, state.root())
            .withUsualPorts()
            .withServers(arguments.servers())
            .withEnvironment(settings);
    return options.withHttpPort(
        arguments
            .port()
            .orElse(
                Arguments.port(
                        Optional.ofNullable(settings.get("STOA_HTTP_PORT")), "STOA_HTTP_PORT")
                    .orElse(Port.HTTP.usual())));
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(System.getenv());
    settings.keySet().removeIf(name -> !name.startsWith("STOA_") || name.equals("STOA_HOME"));
    return settings;
  }

  /** {@code STOA_HOME}, or {@code .stoa} in the project. */
  private static Path stateRoot() {
    String home = System.getenv("STOA_HOME");
    return home == null || home.isBlank() ? project().resolve(".stoa") : Path.of(home);
  }

  static Path project() {
    return Path.of(System.getProperty("stoa.project", "")).toAbsolutePath();
  }
}
