package org.stoa.bench.inside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;

/** Inserts one row, committed together with the end of the job. */
@ApplicationScoped
@Handles(kind = OneInsert.KIND, queue = "bench")
public class OneInsert implements JobHandler<Numbered, Void> {

  /** The kind of job. */
  public static final String KIND = "bench.insert";

  @Inject private BenchTables tables;

  @Override
  public Void run(Numbered payload, JobRun run) {
    Ran.now();
    return null;
  }

  @Override
  public void complete(Numbered payload, Void nothing, JobRun run) {
    tables.insertEffect(run.id());
  }
}
