package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.work.QueueView;
import org.stoa.work.WorkQueues;

/** The queues and kinds of the installation. Its script keeps the page up to date. */
@Named("queuesPage")
@RequestScoped
public class QueuesPage {

  @Inject private WorkQueues work;

  private List<QueueView> queues;
  private List<QueueView> kinds;

  @PostConstruct
  void read() {
    queues = work.queues();
    kinds = work.kinds();
  }

  /** Every queue that is used, or about which something was decided. */
  public List<QueueView> getQueues() {
    return queues;
  }

  /** The same of kinds. */
  public List<QueueView> getKinds() {
    return kinds;
  }
}
