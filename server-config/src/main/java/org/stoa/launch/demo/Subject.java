package org.stoa.launch.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A subject and the course of the subject's part in the study. All domains are told from it, which
 * is why they agree with each other.
 *
 * @param index the position in the order of enrolment, from 0
 * @param number SUBJID
 * @param site where the subject takes part
 * @param person who the subject is
 * @param consent the day of informed consent, which is the day of screening
 * @param course what happened after randomisation; empty for a screen failure
 * @param outcome how it ended
 * @param ended the day on which it ended
 * @param attended the visits that took place
 */
record Subject(
    int index,
    String number,
    Site site,
    Person person,
    LocalDate consent,
    Optional<Course> course,
    Outcome outcome,
    LocalDate ended,
    List<Attended> attended) {

  /**
   * Facts of the person.
   *
   * @param age in years at consent
   * @param sex M or F
   * @param race RACE
   * @param ethnicity ETHNIC
   */
  record Person(int age, String sex, String race, String ethnicity) {}

  /**
   * The treated part.
   *
   * @param arm the treatment group
   * @param firstDose the day of randomisation and first dose, study day 1
   * @param lastDose the day of the last dose
   */
  record Course(Arm arm, LocalDate firstDose, LocalDate lastDose) {

    long days() {
      return ChronoUnit.DAYS.between(firstDose, lastDose) + 1;
    }
  }

  /** A visit that took place. */
  record Attended(Visit visit, LocalDate date) {}

  /** USUBJID. */
  String uniqueId() {
    return DemonstrationStudy.CODE + "-" + site.id() + "-" + number;
  }

  /**
   * The study day of a date: 1 is the day of the first dose, there is no day 0; null without a
   * dose.
   */
  Integer studyDay(LocalDate date) {
    return course
        .map(c -> (int) ChronoUnit.DAYS.between(c.firstDose(), date))
        .map(days -> days >= 0 ? days + 1 : days)
        .orElse(null);
  }

  /** How much of the treatment's effect is there at a visit, by arm; nothing without treatment. */
  double effect(Visit visit, double placebo, double low, double high) {
    return course.map(c -> c.arm().choose(placebo, low, high) * visit.effect()).orElse(0.0);
  }
}
