package org.stoa.launch;

import java.util.Optional;

/** One part of the stack. */
interface Service {

  String name();

  /** Starts it and returns when it answers. */
  void start() throws Exception;

  /** Stops it; does nothing if it does not run. */
  void stop();

  /** Stops what an earlier run, which was killed, left behind; says whether there was something. */
  boolean stopLeftover();

  /** The process, or nothing if it runs inside the launcher. */
  Optional<ProcessHandle> process();
}
