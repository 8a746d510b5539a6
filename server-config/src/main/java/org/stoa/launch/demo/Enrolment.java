package org.stoa.launch.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stoa.launch.demo.Subject.Attended;
import org.stoa.launch.demo.Subject.Course;
import org.stoa.launch.demo.Subject.Person;

/** Enrols subjects: screening, permuted blocks of randomisation, visits, and how each one ends. */
final class Enrolment {

  private static final double SCREEN_FAILURES = 0.08;
  private static final double MISSED_VISITS = 0.02;
  private static final int FIRST_NUMBER = 1001;
  private static final int BLOCK = 2;

  private final long seed;
  private final List<Arm> block = new ArrayList<>();
  private int blocks;

  private Enrolment(long seed) {
    this.seed = seed;
  }

  /** That many subjects, the same for the same seed. */
  static List<Subject> of(long seed, int subjects) {
    Enrolment enrolment = new Enrolment(seed);
    List<Subject> enrolled = new ArrayList<>(subjects);
    for (int index = 0; index < subjects; index++) {
      enrolled.add(enrolment.enrol(index));
    }
    return enrolled;
  }

  private Subject enrol(int index) {
    Draw draw = Draw.of(seed, "enrolment", index);
    Site site =
        index < Site.ALL.size() ? Site.ALL.get(index) : draw.weighted(Site.ALL, Site::weight);
    int window = (int) ChronoUnit.DAYS.between(site.opened(), Site.ENROLMENT_CLOSES);
    LocalDate consent = workday(site.opened().plusDays(draw.between(0, window - 1)));
    Person person = person(draw, site.country());
    if (draw.chance(SCREEN_FAILURES)) {
      return failedScreening(draw, index, site, person, consent);
    }
    return treated(draw, index, site, person, consent);
  }

  private static Subject failedScreening(
      Draw draw, int index, Site site, Person person, LocalDate consent) {
    return new Subject(
        index,
        number(index),
        site,
        person,
        consent,
        Optional.empty(),
        Outcome.SCREEN_FAILURE,
        workday(consent.plusDays(draw.between(2, 14))),
        List.of(new Attended(Visit.SCREENING, consent)));
  }

  private Subject treated(Draw draw, int index, Site site, Person person, LocalDate consent) {
    Arm arm = nextArm();
    LocalDate firstDose = workday(consent.plusDays(draw.between(7, 20)));
    Outcome outcome = outcome(draw, arm);
    boolean completed = outcome == Outcome.COMPLETED;
    LocalDate lastDose =
        completed
            ? workday(firstDose.plusDays(Visit.WEEK_24.plannedDay() - 1L + draw.between(-3, 3)))
            : firstDose.plusDays(draw.between(5, 160));
    List<Attended> attended = visits(draw, consent, firstDose, lastDose, completed);
    LocalDate lastSeen = attended.get(attended.size() - 1).date();
    LocalDate ended = lastSeen;
    if (!completed) {
      LocalDate told = lastDose.plusDays(outcome == Outcome.DEATH ? 0 : draw.between(0, 14));
      ended = told.isBefore(lastSeen) ? lastSeen : told;
    }
    return new Subject(
        index,
        number(index),
        site,
        person,
        consent,
        Optional.of(new Course(arm, firstDose, lastDose)),
        outcome,
        ended,
        attended);
  }

  private static List<Attended> visits(
      Draw draw, LocalDate consent, LocalDate firstDose, LocalDate lastDose, boolean completed) {
    List<Attended> attended = new ArrayList<>();
    attended.add(new Attended(Visit.SCREENING, consent));
    attended.add(new Attended(Visit.BASELINE, firstDose));
    for (Visit visit : Visit.values()) {
      if (visit.compareTo(Visit.WEEK_2) < 0) {
        continue;
      }
      LocalDate planned = firstDose.plusDays(visit.plannedDay() - 1L + draw.between(-3, 3));
      LocalDate date = visit == Visit.WEEK_24 && completed ? lastDose : workday(planned);
      boolean missed = visit.compareTo(Visit.WEEK_24) < 0 && draw.chance(MISSED_VISITS);
      if (!missed && (completed || date.isBefore(lastDose))) {
        attended.add(new Attended(visit, date));
      }
    }
    return attended;
  }

  private Arm nextArm() {
    if (block.isEmpty()) {
      for (int copy = 0; copy < BLOCK; copy++) {
        block.addAll(Arrays.asList(Arm.values()));
      }
      Draw.of(seed, "randomisation", blocks++).shuffle(block);
    }
    return block.remove(block.size() - 1);
  }

  private static Outcome outcome(Draw draw, Arm arm) {
    return draw.weighted(
        Arrays.asList(Outcome.values()),
        outcome ->
            switch (outcome) {
              case COMPLETED -> 84;
              case ADVERSE_EVENT -> arm.choose(2, 4, 8);
              case WITHDRAWAL -> 4;
              case LOST_TO_FOLLOW_UP -> 2.5;
              case LACK_OF_EFFICACY -> arm.choose(6, 2, 1);
              case PHYSICIAN_DECISION -> 1.5;
              case DEATH -> 0.5;
              case SCREEN_FAILURE -> 0;
            });
  }

  private static Person person(Draw draw, Country country) {
    int age = (int) Math.round(Math.max(21, Math.min(80, draw.normal(56, 11))));
    String sex = draw.chance(0.52) ? "M" : "F";
    return new Person(age, sex, race(draw, country), ethnicity(draw, country));
  }

  private static String race(Draw draw, Country country) {
    return switch (country) {
      case JPN -> "ASIAN";
      case FRA -> "NOT REPORTED";
      case USA ->
          draw.one(
              List.of(
                  "WHITE",
                  "WHITE",
                  "WHITE",
                  "WHITE",
                  "WHITE",
                  "BLACK OR AFRICAN AMERICAN",
                  "BLACK OR AFRICAN AMERICAN",
                  "ASIAN"));
      default -> draw.chance(0.93) ? "WHITE" : "ASIAN";
    };
  }

  private static String ethnicity(Draw draw, Country country) {
    return switch (country) {
      case FRA -> "NOT REPORTED";
      case USA -> draw.chance(0.18) ? "HISPANIC OR LATINO" : "NOT HISPANIC OR LATINO";
      default -> "NOT HISPANIC OR LATINO";
    };
  }

  private static String number(int index) {
    return String.valueOf(FIRST_NUMBER + index);
  }

  private static LocalDate workday(LocalDate date) {
    return switch (date.getDayOfWeek()) {
      case SATURDAY -> date.plusDays(2);
      case SUNDAY -> date.plusDays(1);
      default -> date;
    };
  }
}
