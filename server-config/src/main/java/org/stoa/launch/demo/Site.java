package org.stoa.launch.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A site that enrols subjects.
 *
 * @param id SITEID
 * @param country where it is
 * @param opened the first day on which it may enrol
 * @param weight how many subjects it enrols, relative to the others
 */
record Site(String id, Country country, LocalDate opened, double weight) {

  /** The twelve sites, in the order in which they opened. */
  static final List<Site> ALL =
      List.of(
          new Site("101", Country.USA, LocalDate.of(2024, 1, 15), 5),
          new Site("201", Country.DEU, LocalDate.of(2024, 1, 22), 4),
          new Site("102", Country.USA, LocalDate.of(2024, 2, 5), 4),
          new Site("301", Country.FRA, LocalDate.of(2024, 2, 12), 3),
          new Site("401", Country.POL, LocalDate.of(2024, 2, 19), 4),
          new Site("103", Country.USA, LocalDate.of(2024, 3, 4), 2),
          new Site("202", Country.DEU, LocalDate.of(2024, 3, 11), 3),
          new Site("501", Country.JPN, LocalDate.of(2024, 4, 1), 3),
          new Site("402", Country.POL, LocalDate.of(2024, 4, 8), 2),
          new Site("302", Country.FRA, LocalDate.of(2024, 5, 6), 2),
          new Site("203", Country.DEU, LocalDate.of(2024, 6, 3), 1),
          new Site("104", Country.USA, LocalDate.of(2024, 7, 1), 1));

  /** The last day on which a subject may consent. */
  static final LocalDate ENROLMENT_CLOSES = LocalDate.of(2024, 12, 20);

  /** The site whose creatinine analyser drifts upwards: something for quality rules to find. */
  boolean driftsInCreatinine() {
    return id.equals("302");
  }
}
