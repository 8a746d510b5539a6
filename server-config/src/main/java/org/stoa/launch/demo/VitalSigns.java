package org.stoa.launch.demo;

import static org.stoa.launch.demo.Variable.number;
import static org.stoa.launch.demo.Variable.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.stoa.launch.demo.Subject.Attended;

/** VS: vital signs at every visit; blood pressure falls with the dose. */
final class VitalSigns implements Domain {

  private final long seed;

  VitalSigns(long seed) {
    this.seed = seed;
  }

  @Override
  public String name() {
    return "VS";
  }

  @Override
  public String label() {
    return "Vital Signs";
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        text("STUDYID", 12, "Study Identifier"),
        text("DOMAIN", 2, "Domain Abbreviation"),
        text("USUBJID", 24, "Unique Subject Identifier"),
        number("VSSEQ", "Sequence Number"),
        text("VSTESTCD", 8, "Vital Signs Test Short Name"),
        text("VSTEST", 40, "Vital Signs Test Name"),
        text("VSPOS", 8, "Vital Signs Position of Subject"),
        text("VSORRES", 8, "Result or Finding in Original Units"),
        text("VSORRESU", 10, "Original Units"),
        text("VSSTRESC", 8, "Character Result/Finding in Std Format"),
        number("VSSTRESN", "Numeric Result/Finding in Standard Units"),
        text("VSSTRESU", 10, "Standard Units"),
        text("VSBLFL", 1, "Baseline Flag"),
        number("VISITNUM", "Visit Number"),
        text("VISIT", 12, "Visit Name"),
        text("VSDTC", 10, "Date/Time of Measurements"),
        number("VSDY", "Study Day of Vital Signs"));
  }

  @Override
  public List<List<Object>> rows(Subject subject) {
    Draw draw = Draw.of(seed, "vital signs", subject.index());
    List<List<Object>> rows = new ArrayList<>();
    for (VitalSign sign : VitalSign.values()) {
      double usual = sign.usual(draw, subject);
      for (Attended attended : subject.attended()) {
        if (sign.measuredAt(attended.visit())) {
          double value = sign.measure(draw, subject, attended.visit(), usual);
          rows.add(row(subject, sign, attended, value, rows.size() + 1));
        }
      }
    }
    return rows;
  }

  private List<Object> row(
      Subject subject, VitalSign sign, Attended attended, double value, int sequence) {
    Unit unit = sign.reported(subject.site().country());
    BigDecimal reported = unit.report(value);
    BigDecimal standard = unit.standardise(reported, sign.standard());
    return Arrays.asList(
        DemonstrationStudy.CODE,
        name(),
        subject.uniqueId(),
        sequence,
        sign.name(),
        sign.title(),
        sign.hasPosition() ? "SITTING" : null,
        reported.toPlainString(),
        unit.name(),
        standard.toPlainString(),
        standard,
        sign.standard().name(),
        attended.visit() == Visit.BASELINE ? "Y" : null,
        attended.visit().number(),
        attended.visit().title(),
        attended.date(),
        subject.studyDay(attended.date()));
  }
}
