package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.stoa.shared.CallContext;
import org.stoa.work.BatchView;
import org.stoa.work.Batches;
import org.stoa.work.JobDependencies;
import org.stoa.work.JobLinks;
import org.stoa.work.JobView;
import org.stoa.work.Why;
import org.stoa.work.WhyView;
import org.stoa.work.WorkPermissions;

/** What keeps the job of the page, and the jobs with which it is linked. */
@Named("jobWait")
@RequestScoped
public class JobWaitPage {

  @Inject private JobPage page;
  @Inject private Why why;
  @Inject private JobDependencies dependencies;
  @Inject private Batches batches;

  private WhyView reason;
  private JobLinks links;
  private BatchView batch;

  @PostConstruct
  void read() {
    JobView job = page.getJob();
    reason = job.state().isFinal() ? null : why.of(job.id());
    links = dependencies.of(job.id());
    batch = batches.of(job.id()).orElse(null);
  }

  /** Why it waits, or that it runs; null once it has ended. */
  public WhyView getWhy() {
    return reason;
  }

  /** The address of the page of what keeps it; null when there is none that the person may see. */
  public String getAddress() {
    return reason == null ? null : address(reason.link());
  }

  /** The jobs before it and after it. */
  public JobLinks getLinks() {
    return links;
  }

  /** The batch to which it belongs, or which it continues; or null. */
  public BatchView getBatch() {
    return batch;
  }

  /** Whether it is done when the batch has ended, and belongs to none. */
  public boolean isContinuing() {
    return page.getJob().batch() == null;
  }

  private static String address(String link) {
    boolean ofOperators =
        link != null && (link.startsWith("/queues/") || link.startsWith("/kinds/"));
    if (!ofOperators) {
      return link;
    }
    return CallContext.requiredActor().may(WorkPermissions.OPERATE) ? "/work/queues" : null;
  }
}
