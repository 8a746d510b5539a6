package org.stoa.launch;

/** One part of the stack. */
interface Service {

  String name();

  /** Starts it and returns when it answers. */
  void start() throws Exception;

  /** Stops it; does nothing if it does not run. */
  void stop();

  /** Whether it was started, was not stopped, and does not run any more. */
  boolean hasDied();
}
