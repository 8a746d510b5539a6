package org.stoa.insight;

/** What a person may be allowed to do with dashboards. */
public final class InsightPermissions {

  /** See dashboards and the numbers on them. */
  public static final String READ = "insight.read";

  /** Change dashboards. */
  public static final String EDIT = "insight.edit";

  private InsightPermissions() {}
}
