package org.stoa.launch;

import java.util.Optional;

/** The background process that runs the stack of a state directory. */
record Supervisor(StateDirectory state) {

  /** The supervisor, if one runs. */
  Optional<ProcessHandle> process() {
    return Processes.remembered(state.lock(), Main.class.getName())
        .filter(process -> process.pid() != ProcessHandle.current().pid());
  }
}
