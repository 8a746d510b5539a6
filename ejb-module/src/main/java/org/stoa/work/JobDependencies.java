package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.NotFoundProblem;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.LinkReads;

/** Shows which job waits for which. */
@Stateless
public class JobDependencies {

  private LinkReads reads;
  private JobReads jobs;

  /** For the container's proxies only. */
  protected JobDependencies() {}

  /** With the stores. */
  @Inject
  public JobDependencies(LinkReads reads, JobReads jobs) {
    this.reads = reads;
    this.jobs = jobs;
  }

  /**
   * The jobs for which a job of the organisation waits or waited, and those that wait for it.
   *
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.READ)
  public JobLinks of(long id) {
    UUID organisation = CallContext.organisation();
    if (jobs.find(organisation, id).isEmpty()) {
      throw new NotFoundProblem("job", id);
    }
    return new JobLinks(reads.before(organisation, id), reads.after(organisation, id));
  }
}
