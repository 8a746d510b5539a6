package org.stoa.launch.demo;

import static org.stoa.launch.demo.Variable.number;
import static org.stoa.launch.demo.Variable.text;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stoa.launch.demo.Subject.Course;

/** DM: one row for each subject. */
final class Demographics implements Domain {

  private static final String SCREEN_FAILURE = "Screen Failure";
  private static final String SCREEN_FAILURE_CODE = "SCRNFAIL";

  @Override
  public String name() {
    return "DM";
  }

  @Override
  public String label() {
    return "Demographics";
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        text("STUDYID", 12, "Study Identifier"),
        text("DOMAIN", 2, "Domain Abbreviation"),
        text("USUBJID", 24, "Unique Subject Identifier"),
        text("SUBJID", 8, "Subject Identifier for the Study"),
        text("RFSTDTC", 10, "Subject Reference Start Date/Time"),
        text("RFENDTC", 10, "Subject Reference End Date/Time"),
        text("RFXSTDTC", 10, "Date/Time of First Study Treatment"),
        text("RFXENDTC", 10, "Date/Time of Last Study Treatment"),
        text("RFICDTC", 10, "Date/Time of Informed Consent"),
        text("RFPENDTC", 10, "Date/Time of End of Participation"),
        text("DTHDTC", 10, "Date/Time of Death"),
        text("DTHFL", 1, "Subject Death Flag"),
        text("SITEID", 3, "Study Site Identifier"),
        number("AGE", "Age"),
        text("AGEU", 5, "Age Units"),
        text("SEX", 1, "Sex"),
        text("RACE", 25, "Race"),
        text("ETHNIC", 22, "Ethnicity"),
        text("ARMCD", 8, "Planned Arm Code"),
        text("ARM", 17, "Description of Planned Arm"),
        text("ACTARMCD", 8, "Actual Arm Code"),
        text("ACTARM", 17, "Description of Actual Arm"),
        text("COUNTRY", 3, "Country"));
  }

  @Override
  public List<List<Object>> rows(Subject subject) {
    Optional<LocalDate> firstDose = subject.course().map(Course::firstDose);
    Optional<LocalDate> lastDose = subject.course().map(Course::lastDose);
    String armCode = subject.course().map(c -> c.arm().code()).orElse(SCREEN_FAILURE_CODE);
    String arm = subject.course().map(c -> c.arm().title()).orElse(SCREEN_FAILURE);
    boolean died = subject.outcome() == Outcome.DEATH;
    return List.of(
        Arrays.asList(
            DemonstrationStudy.CODE,
            name(),
            subject.uniqueId(),
            subject.number(),
            firstDose.orElse(null),
            lastDose.orElse(null),
            firstDose.orElse(null),
            lastDose.orElse(null),
            subject.consent(),
            subject.ended(),
            died ? subject.ended() : null,
            died ? "Y" : null,
            subject.site().id(),
            subject.person().age(),
            "YEARS",
            subject.person().sex(),
            subject.person().race(),
            subject.person().ethnicity(),
            armCode,
            arm,
            armCode,
            arm,
            subject.site().country().name()));
  }
}
