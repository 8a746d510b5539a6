package org.stoa.work;

/** The permissions of this room. */
public final class WorkPermissions {

  /** See the organisation's jobs, their results and their logs. */
  public static final String READ = "work.read";

  /** Cancel the organisation's jobs. */
  public static final String CANCEL = "work.cancel";

  /** Do the organisation's jobs again that failed or were cancelled. */
  public static final String REPEAT = "work.repeat";

  /** See the organisation's schedules and what became of their times. */
  public static final String SCHEDULES_READ = "work.schedules.read";

  /** Create, change, pause, run and remove the organisation's schedules. */
  public static final String SCHEDULES_WRITE = "work.schedules.write";

  private WorkPermissions() {}
}
