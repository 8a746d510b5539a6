package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.work.store.WorkerReads;

/** Shows the servers that work. */
@Stateless
public class Workers {

  private WorkerReads reads;

  /** For the container's proxies only. */
  protected Workers() {}

  /** With the leases and the running jobs. */
  @Inject
  public Workers(WorkerReads reads) {
    this.reads = reads;
  }

  /**
   * The servers with a lease, and those that lost theirs within the last hour or still hold jobs;
   * by name, the newest run first. Of other organisations' jobs only their number is told.
   */
  @Allowed(WorkPermissions.READ)
  public List<WorkerView> list() {
    return reads.list(CallContext.organisation());
  }
}
