package org.stoa.work.engine;

import java.util.List;
import org.stoa.work.JobHandler;

/** A registry that knows the handlers of a test. */
public final class TestRegistry {

  private TestRegistry() {}

  /** Knows these handlers. */
  public static HandlerRegistry of(JobHandler<?, ?>... handlers) {
    return of(List.of(handlers));
  }

  /** Knows these handlers. */
  public static HandlerRegistry of(List<? extends JobHandler<?, ?>> handlers) {
    HandlerRegistry registry = new HandlerRegistry();
    handlers.forEach(handler -> registry.add(handler.getClass(), handler));
    return registry;
  }
}
