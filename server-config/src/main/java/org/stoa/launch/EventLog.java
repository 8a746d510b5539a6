package org.stoa.launch;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;

/** Writes what happens as lines of the launcher's log. */
record EventLog(PrintStream out, Clock clock) implements Progress {

  void write(Event event) {
    synchronized (out) {
      out.println(event.line(clock.instant()));
      out.flush();
    }
  }

  @Override
  public void began(String step) {
    write(new Event(Event.Kind.BEGAN, step));
  }

  @Override
  public void done(String step, Duration took) {
    write(Event.done(step, took));
  }

  @Override
  public void say(String sentence) {
    write(new Event(Event.Kind.SAID, sentence));
  }
}
