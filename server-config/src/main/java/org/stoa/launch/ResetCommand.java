package org.stoa.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Deletes the state directory, after asking. */
final class ResetCommand {

  private final StateDirectory state;
  private final Arguments arguments;

  ResetCommand(StateDirectory state, Arguments arguments) {
    this.state = state;
    this.arguments = arguments;
  }

  int run() throws IOException {
    if (!Files.exists(state.root())) {
      System.out.println("There is nothing to delete.");
      return 0;
    }
    if (new Supervisor(state).process().isPresent()) {
      throw new Refusal("Stoa runs: stop it with ./stoa down first.");
    }
    if (!arguments.has("yes") && !isConfirmed()) {
      System.out.println("Nothing was deleted.");
      return 1;
    }
    Leftovers.of(state).stop(System.out::println);
    FileTrees.delete(state.root());
    System.out.println("Deleted " + state.root() + ".");
    return 0;
  }

  private boolean isConfirmed() throws IOException {
    System.out.print(
        "This deletes the database, all files and all datasets in %s. Type yes to go on: "
            .formatted(state.root()));
    System.out.flush();
    String answer =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return "yes".equals(answer == null ? null : answer.strip());
  }
}
