package org.stoa.work.domain;

import java.time.Instant;

/** A line on its way into the log of a job. */
public record LogEntry(Instant at, String text) {

  private static final int LONGEST = 4_000;

  public LogEntry {
    text = DatabaseText.of(text);
    if (text.length() > LONGEST) {
      text = text.substring(0, LONGEST) + "…";
    }
  }
}
