package org.stoa.launch.demo;

import java.time.LocalDate;

/**
 * One adverse event.
 *
 * @param term what it is coded to
 * @param verbatim as the investigator wrote it
 * @param severity how severe it was
 * @param seriousness why it is serious
 * @param causality AEREL
 * @param start the day on which it began
 * @param end the day on which it ended; null while it goes on
 * @param dayKnown whether the day of its start is known, or the month only
 * @param action AEACN
 */
record AdverseEvent(
    Term term,
    String verbatim,
    Severity severity,
    Seriousness seriousness,
    String causality,
    LocalDate start,
    LocalDate end,
    boolean dayKnown,
    String action) {

  static final String NOT_CHANGED = "DOSE NOT CHANGED";
  static final String INTERRUPTED = "DRUG INTERRUPTED";
  static final String WITHDRAWN = "DRUG WITHDRAWN";
  static final String NOT_APPLICABLE = "NOT APPLICABLE";

  /** AESEV. */
  enum Severity {
    MILD,
    MODERATE,
    SEVERE
  }

  /** Why an event is serious; {@code NONE} when it is not. */
  enum Seriousness {
    NONE,
    HOSPITALISATION,
    LIFE_THREATENING,
    DEATH
  }

  boolean serious() {
    return seriousness != Seriousness.NONE;
  }

  /** AESTDTC: as much of the date as is known. */
  String startText() {
    String day = start.toString();
    return dayKnown ? day : day.substring(0, "yyyy-MM".length());
  }

  /** AEOUT. */
  String outcome() {
    if (seriousness == Seriousness.DEATH) {
      return "FATAL";
    }
    if (end != null) {
      return "RECOVERED/RESOLVED";
    }
    return severity == Severity.SEVERE ? "RECOVERING/RESOLVING" : "NOT RECOVERED/NOT RESOLVED";
  }

  /** The same event as data cleaning leaves it: one step more severe, the severe ones one less. */
  AdverseEvent corrected() {
    Severity corrected = severity == Severity.MILD ? Severity.MODERATE : Severity.SEVERE;
    if (severity == Severity.SEVERE) {
      corrected = Severity.MODERATE;
    }
    return new AdverseEvent(
        term, verbatim, corrected, seriousness, causality, start, end, dayKnown, action);
  }
}
