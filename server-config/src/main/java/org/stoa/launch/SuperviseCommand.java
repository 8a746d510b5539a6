package org.stoa.launch;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs the stack in the background: starts it, starts again what dies, and stops all of it when it
 * is told to end. {@code up} starts it; nobody types it.
 */
final class SuperviseCommand {

  static final String NAME = "supervise";

  private static final Duration STOP_PATIENCE = Duration.ofMinutes(2);

  private final StackOptions options;
  private final boolean demonstration;
  private final EventLog events = new EventLog(System.out, Clock.systemUTC());
  private final CountDownLatch told = new CountDownLatch(1);
  private final AtomicBoolean busy = new AtomicBoolean(true);
  private final CountDownLatch finished = new CountDownLatch(1);

  SuperviseCommand(StackOptions options, boolean demonstration) {
    this.options = options;
    this.demonstration = demonstration;
  }

  int run() {
    Thread main = Thread.currentThread();
    Thread ending = new Thread(() -> end(main), "ending");
    Runtime.getRuntime().addShutdownHook(ending);
    try {
      supervise();
      return stopped();
    } catch (Refusal refusal) {
      return told.getCount() == 0 ? stopped() : failed(refusal);
    } catch (RuntimeException e) {
      events.write(new Event(Event.Kind.FAILED, IncidentLog.of(options.state()).record(e)));
      return 70;
    } finally {
      finished.countDown();
    }
  }

  private int stopped() {
    events.write(new Event(Event.Kind.STOPPED, "Stoa has stopped."));
    return 0;
  }

  private int failed(Refusal refusal) {
    events.write(new Event(Event.Kind.FAILED, refusal.getMessage()));
    return 1;
  }

  /** Runs when the process is told to end; returns when the stack has stopped. */
  private void end(Thread main) {
    told.countDown();
    if (busy.get()) {
      main.interrupt();
    }
    try {
      if (!finished.await(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        events.say("The stack did not stop in time.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void supervise() {
    long start = System.nanoTime();
    try (Stack stack = Stack.start(options, events)) {
      events.write(
          new Event(
              Event.Kind.READY, Welcome.text(stack, Duration.ofNanos(System.nanoTime() - start))));
      if (demonstration) {
        new Demonstration(stack, options.state(), events).loadOnce();
      }
      events.write(new Event(Event.Kind.SETTLED, "Stoa runs."));
      busy.set(false);
      watch(stack);
      events.say("Stopping.");
    }
  }

  private void watch(Stack stack) {
    Crashes crashes = new Crashes(Clock.systemUTC());
    while (isToGoOn()) {
      if (stack.hasDied()) {
        crashes.another();
        busy.set(true);
        stack.revive();
        busy.set(false);
        events.say("Ready again at " + stack.address());
      }
    }
  }

  private boolean isToGoOn() {
    try {
      return !told.await(1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
