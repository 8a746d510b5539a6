package org.stoa.launch.demo;

import static org.stoa.launch.demo.Variable.number;
import static org.stoa.launch.demo.Variable.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** DS: consent and randomisation of each subject, and how it ended. */
final class Disposition implements Domain {

  private static final String MILESTONE = "PROTOCOL MILESTONE";
  private static final String EVENT = "DISPOSITION EVENT";

  @Override
  public String name() {
    return "DS";
  }

  @Override
  public String label() {
    return "Disposition";
  }

  @Override
  public List<Variable> variables() {
    return List.of(
        text("STUDYID", 12, "Study Identifier"),
        text("DOMAIN", 2, "Domain Abbreviation"),
        text("USUBJID", 24, "Unique Subject Identifier"),
        number("DSSEQ", "Sequence Number"),
        text("DSTERM", 40, "Reported Term for the Disposition Event"),
        text("DSDECOD", 30, "Standardized Disposition Term"),
        text("DSCAT", 20, "Category for Disposition Event"),
        text("EPOCH", 10, "Epoch"),
        text("DSSTDTC", 10, "Start Date/Time of Disposition Event"),
        number("DSSTDY", "Study Day of Start of Disposition Event"));
  }

  @Override
  public List<List<Object>> rows(Subject subject) {
    List<List<Object>> rows = new ArrayList<>();
    add(
        rows,
        subject,
        "INFORMED CONSENT OBTAINED",
        "INFORMED CONSENT OBTAINED",
        MILESTONE,
        "SCREENING",
        subject.consent());
    subject
        .course()
        .ifPresent(
            course ->
                add(
                    rows,
                    subject,
                    "RANDOMIZED",
                    "RANDOMIZED",
                    MILESTONE,
                    "TREATMENT",
                    course.firstDose()));
    Outcome outcome = subject.outcome();
    add(
        rows,
        subject,
        outcome.verbatim(),
        outcome.decoded(),
        EVENT,
        endingEpoch(outcome),
        subject.ended());
    return rows;
  }

  private static String endingEpoch(Outcome outcome) {
    return switch (outcome) {
      case SCREEN_FAILURE -> "SCREENING";
      case COMPLETED -> "FOLLOW-UP";
      default -> "TREATMENT";
    };
  }

  private void add(
      List<List<Object>> rows,
      Subject subject,
      String term,
      String decoded,
      String category,
      String epoch,
      LocalDate date) {
    rows.add(
        Arrays.asList(
            DemonstrationStudy.CODE,
            name(),
            subject.uniqueId(),
            rows.size() + 1,
            term,
            decoded,
            category,
            epoch,
            date,
            subject.studyDay(date)));
  }
}
