package org.stoa.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of the launcher's log, which is how a supervisor in the background tells the person in
 * front what happens.
 */
record Event(Kind kind, String text) {

  /** What a line tells; the sign stands for it in the log. */
  enum Kind {
    BEGAN('>'),
    DONE('+'),
    SAID('.'),
    READY('='),
    SETTLED('~'),
    FAILED('!'),
    STOPPED('#');

    private final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /** Whether a story ends with this: the stack runs by itself, or not at all. */
    boolean ends() {
      return this == SETTLED || this == FAILED || this == STOPPED;
    }
  }

  private static final Pattern LINE = Pattern.compile("\\S+ ([>+.=~!#]) (.*)");

  static Event done(String step, Duration took) {
    return new Event(Kind.DONE, "%-22s %s".formatted(step, seconds(took)));
  }

  static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%6.1f s", took.toMillis() / 1000.0);
  }

  String line(Instant when) {
    return when + " " + kind.sign + " " + text;
  }

  static Optional<Event> parse(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.sign == parts.group(1).charAt(0)) {
        return Optional.of(new Event(kind, parts.group(2)));
      }
    }
    return Optional.empty();
  }
}
