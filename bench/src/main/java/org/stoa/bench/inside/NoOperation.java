package org.stoa.bench.inside;

import jakarta.enterprise.context.ApplicationScoped;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;

/** Does nothing but note when it ran. */
@ApplicationScoped
@Handles(kind = NoOperation.KIND, queue = NoOperation.QUEUE)
public class NoOperation implements JobHandler<Numbered, Void> {

  /** The kind of job. */
  public static final String KIND = "bench.nothing";

  /** Where its jobs wait. */
  public static final String QUEUE = "bench";

  @Override
  public Void run(Numbered payload, JobRun run) {
    Ran.now();
    return null;
  }
}
