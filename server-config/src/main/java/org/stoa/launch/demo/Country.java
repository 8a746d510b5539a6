package org.stoa.launch.demo;

/** The countries of the study, by ISO 3166-1 alpha-3 code. */
enum Country {
  USA(true),
  DEU(false),
  FRA(false),
  POL(false),
  JPN(false);

  private final boolean conventionalUnits;

  Country(boolean conventionalUnits) {
    this.conventionalUnits = conventionalUnits;
  }

  /** Whether its laboratories report conventional units (mg/dL, lb, F) rather than SI units. */
  boolean conventionalUnits() {
    return conventionalUnits;
  }
}
