package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.NotFoundProblem;
import org.stoa.work.store.Nodes;
import org.stoa.work.store.WorkerReads;

/** Shows the servers that work, and drains them before they are shut down. */
@Stateless
public class Workers {

  private static final String TYPE = "worker";

  private WorkerReads reads;
  private Nodes nodes;
  private AuditTrail audit;
  private Clock clock;

  /** For the container's proxies only. */
  protected Workers() {}

  /** With the leases and the running jobs. */
  @Inject
  public Workers(WorkerReads reads, Nodes nodes, AuditTrail audit, Clock clock) {
    this.reads = reads;
    this.nodes = nodes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The servers with a lease, and those that lost theirs within the last hour or still hold jobs;
   * by name, the newest run first. Of other organisations' jobs only their number is told.
   */
  @Allowed(WorkPermissions.READ)
  public List<WorkerView> list() {
    return reads.list(CallContext.organisation());
  }

  /**
   * Lets a server begin nothing more: what it has not begun goes back to the queues within a few
   * seconds, what it runs it ends. It holds for this run of the server; a restart works again.
   *
   * @param id the run of the server
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.OPERATE)
  public WorkerView drain(UUID id) {
    found(id);
    if (nodes.drain(id, clock.instant(), CallContext.requiredActor().name())) {
      audit.record(AuditEntry.happened("worker.drained", TYPE, id));
    }
    return found(id);
  }

  /**
   * Lets a drained server begin jobs again.
   *
   * @param id the run of the server
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.OPERATE)
  public WorkerView undrain(UUID id) {
    found(id);
    if (nodes.undrain(id)) {
      audit.record(AuditEntry.happened("worker.resumed", TYPE, id));
    }
    return found(id);
  }

  private WorkerView found(UUID id) {
    return list().stream()
        .filter(worker -> worker.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NotFoundProblem(TYPE, id));
  }
}
