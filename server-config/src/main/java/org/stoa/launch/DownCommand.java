package org.stoa.launch;

import java.io.IOException;
import java.util.Optional;

/** Stops Stoa, and whatever an earlier run left behind. */
final class DownCommand {

  private final StateDirectory state;

  DownCommand(StateDirectory state) {
    this.state = state;
  }

  int run() throws IOException {
    Optional<ProcessHandle> supervisor = new Supervisor(state).process();
    if (supervisor.isPresent()) {
      EventReader events = EventReader.atEndOf(state.launcherLog());
      supervisor.get().destroy();
      new Narrator(System.out, false).narrate(events, supervisor.get());
    } else if (!Leftovers.of(state).stop(System.out::println)) {
      System.out.println("Stoa does not run.");
    }
    return 0;
  }
}
