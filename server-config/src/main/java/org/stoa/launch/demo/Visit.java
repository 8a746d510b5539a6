package org.stoa.launch.demo;

/** The visits of the protocol. */
enum Visit {
  SCREENING(1, "SCREENING", -14),
  BASELINE(2, "BASELINE", 1),
  WEEK_2(3, "WEEK 2", 15),
  WEEK_4(4, "WEEK 4", 29),
  WEEK_8(5, "WEEK 8", 57),
  WEEK_12(6, "WEEK 12", 85),
  WEEK_16(7, "WEEK 16", 113),
  WEEK_20(8, "WEEK 20", 141),
  WEEK_24(9, "WEEK 24", 169),
  FOLLOW_UP(10, "FOLLOW-UP", 197);

  private final int number;
  private final String title;
  private final int plannedDay;

  Visit(int number, String title, int plannedDay) {
    this.number = number;
    this.title = title;
    this.plannedDay = plannedDay;
  }

  /** VISITNUM. */
  int number() {
    return number;
  }

  /** VISIT. */
  String title() {
    return title;
  }

  /** The planned study day; day 1 is the day of the first dose. */
  int plannedDay() {
    return plannedDay;
  }

  /** Whether blood is drawn. */
  boolean hasLaboratory() {
    return this != WEEK_2 && this != WEEK_20;
  }

  /** Whether tablets are handed out, to last until the next visit. */
  boolean dispenses() {
    return this != SCREENING && this != WEEK_24 && this != FOLLOW_UP;
  }

  /** From 0 at baseline to 1 when a treatment has its full effect, which takes eight weeks. */
  double effect() {
    return switch (this) {
      case SCREENING, BASELINE -> 0;
      case FOLLOW_UP -> 0.3;
      default -> Math.min(1.0, (plannedDay - 1) / 56.0);
    };
  }
}
