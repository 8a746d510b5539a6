package org.stoa.launch.demo;

/** The vital signs: units, and how values spread. */
@SuppressWarnings("ImmutableEnumChecker") // a Unit is a record of values
enum VitalSign {
  SYSBP("Systolic Blood Pressure", Unit.standard("mmHg", 0), null, 156, 8, 6),
  DIABP("Diastolic Blood Pressure", Unit.standard("mmHg", 0), null, 96, 6, 4),
  PULSE("Pulse Rate", Unit.standard("beats/min", 0), null, 73, 8, 5),
  TEMP("Temperature", Unit.standard("C", 1), new Unit("F", 1.8, 32, 1), 36.6, 0.15, 0.2),
  WEIGHT("Weight", Unit.standard("kg", 1), new Unit("LB", 2.20462, 0, 1), 76, 12, 0.7),
  HEIGHT("Height", Unit.standard("cm", 0), new Unit("in", 1 / 2.54, 0, 1), 165, 6, 0);

  private static final double MALE_WEIGHT = 10;
  private static final double MALE_HEIGHT = 13;

  private final String title;
  private final Unit standard;
  private final Unit conventional;
  private final double mean;
  private final double between;
  private final double within;

  VitalSign(
      String title, Unit standard, Unit conventional, double mean, double between, double within) {
    this.title = title;
    this.standard = standard;
    this.conventional = conventional == null ? standard : conventional;
    this.mean = mean;
    this.between = between;
    this.within = within;
  }

  /** VSTEST. */
  String title() {
    return title;
  }

  /** The unit of VSSTRESN. */
  Unit standard() {
    return standard;
  }

  /** The unit in which a country's sites report. */
  Unit reported(Country country) {
    return country.conventionalUnits() ? conventional : standard;
  }

  /** Whether it is measured at a visit: height once, all else always. */
  boolean measuredAt(Visit visit) {
    return this != HEIGHT || visit == Visit.SCREENING;
  }

  /** Whether VSPOS is recorded. */
  boolean hasPosition() {
    return this == SYSBP || this == DIABP || this == PULSE;
  }

  /** A subject's own usual value before treatment. */
  double usual(Draw draw, Subject subject) {
    double usual = draw.normal(mean, between);
    boolean male = subject.person().sex().equals("M");
    return switch (this) {
      case WEIGHT -> Math.max(45, usual + (male ? MALE_WEIGHT : 0));
      case HEIGHT -> usual + (male ? MALE_HEIGHT : 0);
      default -> usual;
    };
  }

  /** One measurement at a visit. */
  double measure(Draw draw, Subject subject, Visit visit, double usual) {
    double effect =
        switch (this) {
          case SYSBP -> subject.effect(visit, -4, -10, -16);
          case DIABP -> subject.effect(visit, -2, -6, -9);
          case PULSE -> subject.effect(visit, 0, 1, 3);
          default -> 0;
        };
    return draw.normal(usual + effect, within);
  }
}
