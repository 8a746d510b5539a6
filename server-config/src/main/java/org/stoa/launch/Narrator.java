package org.stoa.launch;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Tells a person what the supervisor does.
 *
 * @param isLive whether the running steps may be shown on a line that changes
 */
record Narrator(PrintStream out, boolean isLive) {

  private static final Duration PAUSE = Duration.ofMillis(100);

  /**
   * Tells until the story ends.
   *
   * @return the event that ended it, or nothing if the supervisor ended without a word
   */
  Optional<Event.Kind> narrate(EventReader events, ProcessHandle supervisor) {
    Map<String, Long> running = new LinkedHashMap<>();
    while (true) {
      boolean alive = supervisor.isAlive();
      for (Event event : events.next()) {
        tell(event, running);
        if (event.kind().ends()) {
          return Optional.of(event.kind());
        }
      }
      if (!alive) {
        return Optional.empty();
      }
      show(running);
      pause();
    }
  }

  private void tell(Event event, Map<String, Long> running) {
    clear();
    switch (event.kind()) {
      case BEGAN -> running.put(event.text(), System.nanoTime());
      case DONE -> {
        running.keySet().removeIf(step -> event.text().startsWith(step + " "));
        out.println("  " + event.text());
      }
      case READY -> out.println("\n" + Welcome.forPeople(event.text()));
      default -> out.println(event.text());
    }
  }

  private void show(Map<String, Long> running) {
    if (isLive && !running.isEmpty()) {
      long oldest = running.values().stream().mapToLong(Long::longValue).min().orElseThrow();
      out.print(
          "\r\033[K  … %s %d s"
              .formatted(
                  String.join(", ", running.keySet()),
                  Duration.ofNanos(System.nanoTime() - oldest).toSeconds()));
      out.flush();
    }
  }

  private void clear() {
    if (isLive) {
      out.print("\r\033[K");
    }
  }

  private static void pause() {
    try {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
