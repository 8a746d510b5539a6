package org.stoa.work.engine;

import org.stoa.work.JobHandler;

/** A registry that knows the handlers of a test. */
public final class TestRegistry {

  private TestRegistry() {}

  /** Knows one handler. */
  public static HandlerRegistry of(JobHandler<?, ?> handler) {
    HandlerRegistry registry = new HandlerRegistry();
    registry.add(handler.getClass(), handler);
    return registry;
  }
}
