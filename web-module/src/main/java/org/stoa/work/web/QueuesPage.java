package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.stoa.work.ControlScope;
import org.stoa.work.QueueView;
import org.stoa.work.WeightView;
import org.stoa.work.WorkQueues;
import org.stoa.work.WorkWeights;

/** The queues and kinds of the installation. Its script keeps the page up to date. */
@Named("queuesPage")
@RequestScoped
public class QueuesPage {

  @Inject private WorkQueues work;
  @Inject private WorkWeights weights;

  private List<QueueView> queues;
  private List<QueueView> kinds;
  private List<WeightView> organisations;

  @PostConstruct
  void read() {
    queues = work.list(ControlScope.QUEUE);
    kinds = work.list(ControlScope.KIND);
    organisations = weights.list();
  }

  /** Every queue that is used, or about which something was decided. */
  public List<QueueView> getQueues() {
    return queues;
  }

  /** The same of kinds. */
  public List<QueueView> getKinds() {
    return kinds;
  }

  /** Every organisation that has jobs to do, or a weight of its own. */
  public List<WeightView> getOrganisations() {
    return organisations;
  }
}
