package org.stoa.work.engine;

import java.time.Duration;

/** The places for workers of one queue on this node, which it shares with the other queues. */
interface Places {

  /** Takes a place for one more worker. False when there is none now; the queue is called later. */
  boolean take();

  /** Whether a worker may take more jobs; otherwise it is to give its place back. */
  boolean mayGoOn();

  /** A worker was busy for so long. */
  void used(Duration time);

  /** Gives a place back; the queue whose turn it is takes it. */
  void giveBack();
}
