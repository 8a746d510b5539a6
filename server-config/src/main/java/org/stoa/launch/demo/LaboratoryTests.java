package org.stoa.launch.demo;

import static org.stoa.launch.demo.Variable.number;
import static org.stoa.launch.demo.Variable.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stoa.launch.demo.Subject.Attended;

/** LB: blood tests at visits; some out of range, a few far out, some not done. */
final class LaboratoryTests implements Domain {

  private static final double NOT_DONE = 0.007;
  private static final double OUTLIERS = 0.003;
  private static final LocalDate DRIFT_BEGINS = LocalDate.of(2024, 6, 1);
  private static final double DRIFT_PER_DAY = 0.0008;

  private final long seed;

  LaboratoryTests(long seed) {
    this.seed = seed;
  }

  @Override
  public String name() {
    return "LB";
  }

  @Override
  public String label() {
    return "Laboratory Test Results";
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        text("STUDYID", 12, "Study Identifier"),
        text("DOMAIN", 2, "Domain Abbreviation"),
        text("USUBJID", 24, "Unique Subject Identifier"),
        number("LBSEQ", "Sequence Number"),
        text("LBTESTCD", 8, "Lab Test or Examination Short Name"),
        text("LBTEST", 40, "Lab Test or Examination Name"),
        text("LBCAT", 12, "Category for Lab Test"),
        text("LBORRES", 12, "Result or Finding in Original Units"),
        text("LBORRESU", 8, "Original Units"),
        text("LBORNRLO", 8, "Reference Range Lower Limit in Orig Unit"),
        text("LBORNRHI", 8, "Reference Range Upper Limit in Orig Unit"),
        text("LBSTRESC", 12, "Character Result/Finding in Std Format"),
        number("LBSTRESN", "Numeric Result/Finding in Standard Units"),
        text("LBSTRESU", 8, "Standard Units"),
        number("LBSTNRLO", "Reference Range Lower Limit-Std Units"),
        number("LBSTNRHI", "Reference Range Upper Limit-Std Units"),
        text("LBNRIND", 6, "Reference Range Indicator"),
        text("LBSTAT", 8, "Completion Status"),
        text("LBREASND", 20, "Reason Test Not Done"),
        text("LBBLFL", 1, "Baseline Flag"),
        number("VISITNUM", "Visit Number"),
        text("VISIT", 12, "Visit Name"),
        text("LBDTC", 16, "Date/Time of Specimen Collection"),
        number("LBDY", "Study Day of Specimen Collection"));
  }

  @Override
  public List<List<Object>> rows(Subject subject) {
    Draw draw = Draw.of(seed, "laboratory", subject.index());
    List<List<Object>> rows = new ArrayList<>();
    List<LocalTime> times = subject.attended().stream().map(visit -> time(draw)).toList();
    for (LaboratoryTest test : LaboratoryTest.values()) {
      double usual = test.usual(draw);
      for (int i = 0; i < times.size(); i++) {
        Attended attended = subject.attended().get(i);
        if (attended.visit().hasLaboratory()) {
          BigDecimal reported = result(draw, subject, test, attended, usual);
          String collected = attended.date() + "T" + times.get(i);
          rows.add(row(subject, test, attended, collected, reported, rows.size() + 1));
        }
      }
    }
    return rows;
  }

  private static LocalTime time(Draw draw) {
    return LocalTime.of(7, 0).plusMinutes(draw.between(1, 299));
  }

  private static BigDecimal result(
      Draw draw, Subject subject, LaboratoryTest test, Attended attended, double usual) {
    double value = test.measure(draw, usual, test.effect(subject, attended.visit()));
    if (draw.chance(OUTLIERS)) {
      value *= 1.8 + draw.exponential(1.5);
    }
    if (test == LaboratoryTest.CREAT && subject.site().driftsInCreatinine()) {
      long days = Math.max(0, ChronoUnit.DAYS.between(DRIFT_BEGINS, attended.date()));
      value *= 1 + DRIFT_PER_DAY * days;
    }
    boolean notDone = draw.chance(NOT_DONE) && attended.visit() != Visit.BASELINE;
    return notDone ? null : test.reported(subject.site().country()).report(value);
  }

  private List<Object> row(
      Subject subject,
      LaboratoryTest test,
      Attended attended,
      String collected,
      BigDecimal reported,
      int sequence) {
    boolean done = reported != null;
    Unit unit = test.reported(subject.site().country());
    BigDecimal standard = done ? unit.standardise(reported, test.standard()) : null;
    return Arrays.asList(
        DemonstrationStudy.CODE,
        name(),
        subject.uniqueId(),
        sequence,
        test.name(),
        test.title(),
        test.category(),
        done ? reported.toPlainString() : null,
        done ? unit.name() : null,
        done ? unit.report(test.low()).toPlainString() : null,
        done ? unit.report(test.high()).toPlainString() : null,
        done ? standard.toPlainString() : null,
        standard,
        done ? test.standard().name() : null,
        done ? BigDecimal.valueOf(test.low()) : null,
        done ? BigDecimal.valueOf(test.high()) : null,
        done ? indicator(test, standard) : null,
        done ? null : "NOT DONE",
        done ? null : "SPECIMEN HEMOLYZED",
        attended.visit() == Visit.BASELINE ? "Y" : null,
        attended.visit().number(),
        attended.visit().title(),
        collected,
        subject.studyDay(attended.date()));
  }

  private static String indicator(LaboratoryTest test, BigDecimal standard) {
    if (standard.doubleValue() < test.low()) {
      return "LOW";
    }
    return standard.doubleValue() > test.high() ? "HIGH" : "NORMAL";
  }
}
