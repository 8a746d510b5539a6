package org.stoa.system;

import java.io.PrintStream;
import java.time.Duration;
import org.stoa.launch.Progress;

/** Tells what the stack does while tests and benchmarks wait for it. */
public final class SaidAloud implements Progress {

  private final PrintStream out;

  /** Tells it here. */
  public SaidAloud(PrintStream out) {
    this.out = out;
  }

  @Override
  public void began(String step) {
    out.println("stack: " + step + " …");
  }

  @Override
  public void done(String step, Duration took) {
    out.println("stack: " + step + " in " + took.toMillis() + " ms");
  }

  @Override
  public void say(String sentence) {
    out.println("stack: " + sentence);
  }
}
