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

  /**
   * Pause and limit queues and kinds, drain servers, see what all organisations have waiting. Only
   * the PLATFORM role has it.
   */
  public static final String OPERATE = "platform.work";

  /** Have jobs done by messages: what the token of a sender must allow. */
  public static final String INBOUND_SEND = "work.inbound.send";

  /** See the messages that came for the organisation. */
  public static final String INBOUND_READ = "work.inbound.read";

  /** Put refused messages back, or discard them. */
  public static final String INBOUND_WRITE = "work.inbound.write";

  /** See the messages whose organisation is not known. */
  public static final String NOBODYS_READ = "platform.inbound.read";

  /** Put such messages back, or discard them. */
  public static final String NOBODYS_WRITE = "platform.inbound.write";

  /** See whether the ends of the organisation's jobs are told to other systems. */
  public static final String EVENTS_READ = "work.events.read";

  /** Have them told, or no more. */
  public static final String EVENTS_WRITE = "work.events.write";

  /** See the jobs of any organisation of the installation. */
  public static final String PLATFORM_READ = "platform.work.read";

  private WorkPermissions() {}
}
