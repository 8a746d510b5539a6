package org.stoa.launch.demo;

/** The treatment groups to which subjects are randomised. */
enum Arm {
  PLACEBO("PBO", "Placebo", "PLACEBO", 0),
  LOW_DOSE("LOW", "STX-101 Low Dose", "STX-101", 50),
  HIGH_DOSE("HIGH", "STX-101 High Dose", "STX-101", 100);

  private final String code;
  private final String title;
  private final String treatment;
  private final int dose;

  Arm(String code, String title, String treatment, int dose) {
    this.code = code;
    this.title = title;
    this.treatment = treatment;
    this.dose = dose;
  }

  /** ARMCD. */
  String code() {
    return code;
  }

  /** ARM. */
  String title() {
    return title;
  }

  /** EXTRT. */
  String treatment() {
    return treatment;
  }

  /** EXDOSE in mg, once daily. */
  int dose() {
    return dose;
  }

  /** One of three values, by arm. */
  double choose(double placebo, double low, double high) {
    return switch (this) {
      case PLACEBO -> placebo;
      case LOW_DOSE -> low;
      case HIGH_DOSE -> high;
    };
  }
}
