package org.stoa.launch.demo;

import java.util.List;

/** A domain of the study: what its rows look like, and what it tells of one subject. */
interface Domain {

  /** The domain's code, such as AE. */
  String name();

  /** The domain's description, such as Adverse Events. */
  String label();

  /** The variables, in order. */
  List<Variable> variables();

  /**
   * The rows of one subject in order; each holds a value for each variable: String, Integer,
   * BigDecimal, LocalDate, or null where nothing is known.
   */
  List<List<Object>> rows(Subject subject);
}
