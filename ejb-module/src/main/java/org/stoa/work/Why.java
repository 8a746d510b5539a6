package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.NotFoundProblem;
import org.stoa.work.engine.Reasons;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.WhyReads;

/** Says why a job waits. */
@Stateless
public class Why {

  private WhyReads reads;
  private JobReads jobs;
  private Reasons reasons;

  /** For the container's proxies only. */
  protected Why() {}

  /** With the stores and who knows the reasons. */
  @Inject
  public Why(WhyReads reads, JobReads jobs, Reasons reasons) {
    this.reads = reads;
    this.jobs = jobs;
    this.reasons = reasons;
  }

  /**
   * Why a job of the organisation waits, or that it runs or has ended.
   *
   * @throws NotFoundProblem when there is none with this id
   */
  @Allowed(WorkPermissions.READ)
  public WhyView of(long id) {
    UUID organisation = CallContext.organisation();
    return reads
        .unfinished(organisation, id)
        .map(reasons::of)
        .or(() -> jobs.find(organisation, id).map(Why::ended))
        .orElseThrow(() -> new NotFoundProblem("job", id));
  }

  private static WhyView ended(JobView job) {
    return new WhyView(
        WhyView.Reason.ENDED,
        "It has ended: " + job.state().name().toLowerCase(Locale.ROOT) + ".",
        null);
  }
}
