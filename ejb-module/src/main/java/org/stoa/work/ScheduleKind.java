package org.stoa.work;

/** How a schedule says when. */
public enum ScheduleKind {
  /** Five fields of cron, as in a crontab; local times of the zone. */
  UNIX_CRON,
  /** Six or seven fields of cron, as in Quartz; local times of the zone. */
  QUARTZ_CRON,
  /** From an instant on, always the same time apart, whatever clocks do. */
  FIXED_RATE,
  /** At one instant. */
  ONCE
}
