package org.stoa.work.inbound;

import java.util.ArrayList;
import java.util.List;
import org.stoa.work.JobId;
import org.stoa.work.Jobs;
import org.stoa.work.SubmitJob;

/** Numbers the jobs instead of submitting them, or fails as the test wants. */
final class NumberedJobs extends Jobs {

  final List<SubmitJob> commands = new ArrayList<>();
  RuntimeException failure;
  Runnable inside = () -> {};

  @Override
  public JobId submit(SubmitJob command) {
    inside.run();
    if (failure != null) {
      throw failure;
    }
    commands.add(command);
    return new JobId(commands.size());
  }
}
