package org.stoa.work.engine;

import java.util.List;
import org.stoa.work.JobHandler;

/** A registry that knows the handlers of a test. */
public final class TestRegistry {

  private TestRegistry() {}

  /** Knows one handler. */
  public static HandlerRegistry of(JobHandler<?, ?> handler) {
    return of(List.of(handler));
  }

  /** Knows some handlers. */
  public static HandlerRegistry of(List<? extends JobHandler<?, ?>> handlers) {
    HandlerRegistry registry = new HandlerRegistry();
    handlers.forEach(handler -> registry.add(handler.getClass(), handler));
    return registry;
  }
}
