package org.stoa.work.engine;

import org.stoa.work.JobHandler;

/** Kinds of jobs for tests of other packages. */
public final class OpenKinds {

  private OpenKinds() {}

  /** The forms of the kinds that these handlers do. */
  public static PayloadForms of(JobHandler<?, ?>... handlers) {
    return new PayloadForms(TestRegistry.of(handlers));
  }
}
