package org.stoa.work;

/**
 * Why a job does not run, or that it does.
 *
 * @param reason what it is, for programs
 * @param sentence what it is, for people
 * @param link where to see or change it, an address of the API below {@code /api/v1}; or null
 */
public record WhyView(Reason reason, String sentence, String link) {

  /** What keeps a job waiting, in the order in which it is looked at. */
  public enum Reason {
    /** It has ended. */
    ENDED,
    /** It runs. */
    RUNNING,
    /** The batch that it continues has not ended. */
    WAITS_FOR_BATCH,
    /** Jobs that must end before it have not. */
    WAITS_FOR_JOBS,
    /** Its time has not come. */
    NOT_DUE,
    /** An attempt failed, and the next one has to wait. */
    RETRY_LATER,
    /** As many jobs with its limit key run as may. */
    LIMIT_KEY,
    /** Somebody paused its queue. */
    QUEUE_PAUSED,
    /** Somebody paused its kind. */
    KIND_PAUSED,
    /** No server works. */
    NO_LIVE_WORKER,
    /** As many jobs of its queue run as may. */
    QUEUE_LIMIT,
    /** As many jobs of its kind run as may. */
    KIND_LIMIT,
    /** As many jobs of its kind started within a second as may. */
    START_LIMIT,
    /** Others are before it. */
    BEHIND_OTHERS,
    /** Nothing keeps it; a worker takes it next. */
    NEXT
  }
}
