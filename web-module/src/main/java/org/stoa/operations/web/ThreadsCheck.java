package org.stoa.operations.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether the process lives: no threads wait for each other for ever. */
@Liveness
@ApplicationScoped
public class ThreadsCheck implements HealthCheck {

  @Override
  public HealthCheckResponse call() {
    long start = System.nanoTime();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] deadlocked = threads.findDeadlockedThreads();
    return HealthCheckResponse.named("threads")
        .withData("threads", threads.getThreadCount())
        .withData("deadlocked", deadlocked == null ? 0 : deadlocked.length)
        .withData("milliseconds", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
        .status(deadlocked == null)
        .build();
  }
}
