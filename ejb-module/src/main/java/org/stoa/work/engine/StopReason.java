package org.stoa.work.engine;

/** Why a running attempt is to stop. */
enum StopReason {
  /** Somebody cancelled the job. */
  CANCELLED,
  /** It had waited too long when it was to begin. */
  EXPIRED,
  /** The attempt took longer than its kind may. */
  TIMED_OUT,
  /** The node lost its lease; another attempt may be under way elsewhere. */
  LEASE_LOST,
  /** The node stops; another attempt follows. */
  NODE_STOPS
}
