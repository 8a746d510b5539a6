package org.stoa.insight.domain;

/** What is made of the answer to a widget's query. */
public enum Shape {
  /** It is shown as it is. */
  PLAIN,
  /** Days become months, and each month has all that came until its end. */
  CUMULATIVE_BY_MONTH,
  /** Each row gets the percentage of a base. */
  SHARE
}
