package org.stoa.launch;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Runs steps and tells how long each took. */
record Steps(Progress progress) {

  /** Runs a step; what it throws goes through, as a {@link Refusal} where it is not one yet. */
  <T> T run(String name, Callable<T> step) {
    progress.began(name);
    long start = System.nanoTime();
    T result = call(name, step);
    progress.done(name, Duration.ofNanos(System.nanoTime() - start));
    return result;
  }

  private static <T> T call(String name, Callable<T> step) {
    try {
      return step.call();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted during: " + name + ".", e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new Refusal("Could not finish \"" + name + "\": " + e.getMessage(), e);
    }
  }
}
