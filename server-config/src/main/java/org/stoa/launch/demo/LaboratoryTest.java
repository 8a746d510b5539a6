package org.stoa.launch.demo;

/** The laboratory tests: units, reference ranges in the standard unit, and how values spread. */
@SuppressWarnings("ImmutableEnumChecker") // a Unit is a record of values
enum LaboratoryTest {
  ALT("Alanine Aminotransferase", true, unit("U/L", 0), unit("U/L", 0), 7, 55, 24, 0.30, 0.14),
  AST("Aspartate Aminotransferase", true, unit("U/L", 0), unit("U/L", 0), 8, 48, 22, 0.26, 0.13),
  BILI("Bilirubin", true, unit("umol/L", 1), unit("mg/dL", 1 / 17.1, 2), 3.4, 20.5, 10, 0.28, 0.15),
  CREAT("Creatinine", true, unit("umol/L", 0), unit("mg/dL", 1 / 88.4, 2), 53, 106, 78, 0.13, 0.06),
  K("Potassium", true, unit("mmol/L", 1), unit("mmol/L", 1), 3.5, 5.1, 4.3, 0.05, 0.05),
  HGB("Hemoglobin", false, unit("g/L", 0), unit("g/dL", 0.1, 1), 120, 170, 143, 0.06, 0.03),
  WBC("Leukocytes", false, unit("10^9/L", 1), unit("10^9/L", 1), 4, 11, 6.8, 0.18, 0.12),
  PLAT("Platelets", false, unit("10^9/L", 0), unit("10^9/L", 0), 150, 400, 250, 0.17, 0.08);

  private final String title;
  private final boolean chemistry;
  private final Unit standard;
  private final Unit conventional;
  private final double low;
  private final double high;
  private final double mean;
  private final double between;
  private final double within;

  LaboratoryTest(
      String title,
      boolean chemistry,
      Unit standard,
      Unit conventional,
      double low,
      double high,
      double mean,
      double between,
      double within) {
    this.title = title;
    this.chemistry = chemistry;
    this.standard = standard;
    this.conventional = conventional;
    this.low = low;
    this.high = high;
    this.mean = mean;
    this.between = between;
    this.within = within;
  }

  private static Unit unit(String name, int digits) {
    return Unit.standard(name, digits);
  }

  private static Unit unit(String name, double factor, int digits) {
    return new Unit(name, factor, 0, digits);
  }

  /** LBTEST. */
  String title() {
    return title;
  }

  /** LBCAT. */
  String category() {
    return chemistry ? "CHEMISTRY" : "HEMATOLOGY";
  }

  /** The unit of LBSTRESN. */
  Unit standard() {
    return standard;
  }

  /** The unit in which a country's laboratories report. */
  Unit reported(Country country) {
    return country.conventionalUnits() ? conventional : standard;
  }

  /** The lower end of the reference range, in the standard unit. */
  double low() {
    return low;
  }

  /** The upper end of the reference range, in the standard unit. */
  double high() {
    return high;
  }

  /** A subject's own usual value. */
  double usual(Draw draw) {
    return mean * StrictMath.exp(draw.normal(0, between));
  }

  /** One measurement around the usual value; effect is the change of its logarithm. */
  double measure(Draw draw, double usual, double effect) {
    return usual * StrictMath.exp(draw.normal(effect, within));
  }

  /** The change of the logarithm under full effect of treatment. */
  double effect(Subject subject, Visit visit) {
    return switch (this) {
      case ALT -> subject.effect(visit, 0, 0.08, 0.28);
      case AST -> subject.effect(visit, 0, 0.06, 0.20);
      case CREAT -> subject.effect(visit, 0, 0.02, 0.06);
      case K -> subject.effect(visit, 0, 0.02, 0.05);
      default -> 0;
    };
  }
}
