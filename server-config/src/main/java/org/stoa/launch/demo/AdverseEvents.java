package org.stoa.launch.demo;

import static org.stoa.launch.demo.Variable.number;
import static org.stoa.launch.demo.Variable.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.stoa.launch.demo.AdverseEvent.Seriousness;
import org.stoa.launch.demo.AdverseEvent.Severity;
import org.stoa.launch.demo.Subject.Course;

/** AE: what happened to subjects after their first dose; more under the drug than under placebo. */
final class AdverseEvents implements Domain {

  /** Of every so many subjects one has its first event corrected. */
  static final int CORRECTED_EVERY = 25;

  private static final int FOLLOWED_DAYS = 14;
  private static final double PROTOCOL_DAYS = 169;
  private static final double PARTIAL_DATES = 0.03;

  private final long seed;
  private final boolean corrected;

  /**
   * The events of one seed.
   *
   * @param corrected whether as data cleaning leaves them, or as they came in
   */
  AdverseEvents(long seed, boolean corrected) {
    this.seed = seed;
    this.corrected = corrected;
  }

  @Override
  public String name() {
    return "AE";
  }

  @Override
  public String label() {
    return "Adverse Events";
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        text("STUDYID", 12, "Study Identifier"),
        text("DOMAIN", 2, "Domain Abbreviation"),
        text("USUBJID", 24, "Unique Subject Identifier"),
        number("AESEQ", "Sequence Number"),
        text("AETERM", 40, "Reported Term for the Adverse Event"),
        text("AEDECOD", 40, "Dictionary-Derived Term"),
        text("AEBODSYS", 60, "Body System or Organ Class"),
        text("AESEV", 8, "Severity/Intensity"),
        text("AESER", 1, "Serious Event"),
        text("AEACN", 16, "Action Taken with Study Treatment"),
        text("AEREL", 16, "Causality"),
        text("AEOUT", 30, "Outcome of Adverse Event"),
        text("AESDTH", 1, "Results in Death"),
        text("AESHOSP", 1, "Requires or Prolongs Hospitalization"),
        text("AESLIFE", 1, "Is Life Threatening"),
        text("EPOCH", 10, "Epoch"),
        text("AESTDTC", 10, "Start Date/Time of Adverse Event"),
        text("AEENDTC", 10, "End Date/Time of Adverse Event"),
        number("AESTDY", "Study Day of Start of Adverse Event"),
        number("AEENDY", "Study Day of End of Adverse Event"));
  }

  @Override
  public List<List<Object>> rows(Subject subject) {
    return subject.course().map(course -> rows(subject, course)).orElse(List.of());
  }

  private List<List<Object>> rows(Subject subject, Course course) {
    List<AdverseEvent> events = events(subject, course);
    List<List<Object>> rows = new ArrayList<>(events.size());
    for (AdverseEvent event : events) {
      boolean changed = corrected && rows.isEmpty() && subject.index() % CORRECTED_EVERY == 0;
      rows.add(row(subject, course, changed ? event.corrected() : event, rows.size() + 1));
    }
    return rows;
  }

  private List<AdverseEvent> events(Subject subject, Course course) {
    Draw draw = Draw.of(seed, "adverse events", subject.index());
    double mean =
        course.arm().choose(2.0, 2.8, 3.8)
            * (course.days() + FOLLOWED_DAYS)
            / (PROTOCOL_DAYS + FOLLOWED_DAYS);
    int count = draw.poisson(mean);
    List<AdverseEvent> events = new ArrayList<>(count + 1);
    for (int i = 0; i < count; i++) {
      events.add(usual(draw, subject, course));
    }
    if (subject.outcome() == Outcome.ADVERSE_EVENT) {
      events.add(withdrawing(draw, subject, course));
    }
    if (subject.outcome() == Outcome.DEATH) {
      events.add(fatal(draw, subject, course));
    }
    events.sort(Comparator.comparing(AdverseEvent::start));
    return events;
  }

  private static AdverseEvent usual(Draw draw, Subject subject, Course course) {
    LocalDate latest = earlier(course.lastDose().plusDays(FOLLOWED_DAYS), subject.ended());
    LocalDate start = between(draw, course.firstDose(), latest);
    Term term = term(draw, course.arm());
    Severity severity = severity(draw, course.arm());
    Seriousness seriousness = seriousness(draw, severity);
    boolean onTreatment = !start.isAfter(course.lastDose());
    return new AdverseEvent(
        term,
        draw.one(term.verbatim()),
        severity,
        seriousness,
        causality(draw, term),
        start,
        end(draw, subject, start, severity),
        !draw.chance(PARTIAL_DATES),
        onTreatment ? action(draw, severity) : AdverseEvent.NOT_APPLICABLE);
  }

  private static AdverseEvent withdrawing(Draw draw, Subject subject, Course course) {
    LocalDate start = later(course.lastDose().minusDays(draw.between(0, 4)), course.firstDose());
    Term term = term(draw, Arm.HIGH_DOSE);
    Severity severity = draw.chance(0.4) ? Severity.SEVERE : Severity.MODERATE;
    return new AdverseEvent(
        term,
        draw.one(term.verbatim()),
        severity,
        seriousness(draw, severity),
        "RELATED",
        start,
        end(draw, subject, start, severity),
        true,
        AdverseEvent.WITHDRAWN);
  }

  private static AdverseEvent fatal(Draw draw, Subject subject, Course course) {
    LocalDate start = later(subject.ended().minusDays(draw.between(0, 3)), course.firstDose());
    Term term = Term.fatal();
    return new AdverseEvent(
        term,
        draw.one(term.verbatim()),
        Severity.SEVERE,
        Seriousness.DEATH,
        "UNLIKELY RELATED",
        start,
        subject.ended(),
        true,
        AdverseEvent.NOT_APPLICABLE);
  }

  private static Term term(Draw draw, Arm arm) {
    return draw.weighted(Term.ALL, term -> term.frequency(arm));
  }

  private static Severity severity(Draw draw, Arm arm) {
    return draw.weighted(
        List.of(Severity.values()),
        severity ->
            switch (severity) {
              case MILD -> 64;
              case MODERATE -> arm.choose(28, 31, 35);
              case SEVERE -> arm.choose(4, 5, 7);
            });
  }

  private static Seriousness seriousness(Draw draw, Severity severity) {
    double probability =
        switch (severity) {
          case MILD -> 0.004;
          case MODERATE -> 0.04;
          case SEVERE -> 0.35;
        };
    if (!draw.chance(probability)) {
      return Seriousness.NONE;
    }
    return draw.chance(0.15) ? Seriousness.LIFE_THREATENING : Seriousness.HOSPITALISATION;
  }

  private static String causality(Draw draw, Term term) {
    boolean suspected = term.doseFactor() > 1.2;
    return draw.weighted(
        List.of("NOT RELATED", "UNLIKELY RELATED", "POSSIBLY RELATED", "RELATED"),
        choice ->
            switch (choice) {
              case "NOT RELATED" -> suspected ? 2 : 6;
              case "UNLIKELY RELATED" -> 3;
              case "POSSIBLY RELATED" -> suspected ? 4 : 1;
              default -> suspected ? 1 : 0.2;
            });
  }

  private static String action(Draw draw, Severity severity) {
    boolean interrupts = severity != Severity.MILD && draw.chance(0.12);
    return interrupts ? AdverseEvent.INTERRUPTED : AdverseEvent.NOT_CHANGED;
  }

  private static LocalDate end(Draw draw, Subject subject, LocalDate start, Severity severity) {
    double mean = severity == Severity.MILD ? 6 : 14;
    LocalDate end = start.plusDays((long) draw.exponential(mean));
    return end.isAfter(subject.ended()) ? null : end;
  }

  private static LocalDate between(Draw draw, LocalDate first, LocalDate last) {
    int days = (int) ChronoUnit.DAYS.between(first, last);
    return first.plusDays(draw.between(0, days));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Object> row(Subject subject, Course course, AdverseEvent event, int sequence) {
    return Arrays.asList(
        DemonstrationStudy.CODE,
        name(),
        subject.uniqueId(),
        sequence,
        event.verbatim(),
        event.term().decoded(),
        event.term().organClass(),
        event.severity().name(),
        flag(event.serious()),
        event.action(),
        event.causality(),
        event.outcome(),
        criterion(event, Seriousness.DEATH),
        criterion(event, Seriousness.HOSPITALISATION),
        criterion(event, Seriousness.LIFE_THREATENING),
        event.start().isAfter(course.lastDose()) ? "FOLLOW-UP" : "TREATMENT",
        event.startText(),
        event.end(),
        event.dayKnown() ? subject.studyDay(event.start()) : null,
        event.end() == null ? null : subject.studyDay(event.end()));
  }

  private static String criterion(AdverseEvent event, Seriousness seriousness) {
    return event.serious() ? flag(event.seriousness() == seriousness) : null;
  }

  private static String flag(boolean set) {
    return set ? "Y" : "N";
  }
}
