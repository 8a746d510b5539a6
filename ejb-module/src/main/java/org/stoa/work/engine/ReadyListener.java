package org.stoa.work.engine;

import org.stoa.work.domain.ReadyJob;

/** Hears of jobs that nothing holds back any more. */
public interface ReadyListener {

  /** The job is ready, and committed. */
  void ready(ReadyJob job);

  /** A limit may have room again for jobs of the queue. */
  void mayBegin(String queue);
}
