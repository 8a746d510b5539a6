package org.stoa.work.engine;

import jakarta.ejb.EJBException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutionException;

/** Finds what was thrown under what the container and executors wrap around it. */
final class Causes {

  private Causes() {}

  static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown;
    while (isWrapper(cause) && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static boolean isWrapper(Throwable thrown) {
    return thrown instanceof EJBException
        || thrown instanceof InvocationTargetException
        || thrown instanceof ExecutionException;
  }
}
