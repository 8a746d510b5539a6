package org.stoa.insight.domain;

import java.util.Locale;

/** How a widget shows its numbers. */
public enum WidgetType {
  /** One figure. */
  KPI,
  /** Bars, along one axis, perhaps grouped by a series. */
  BAR,
  /** A line along time. */
  LINE,
  /** Rows and columns. */
  TABLE;

  /** As it is written in the API. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
