package org.stoa.work.engine;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.stoa.shared.JsonText;
import org.stoa.work.JobHandler;
import org.stoa.work.domain.Ending;
import org.stoa.work.store.Endings;

/** Commits the success of a job and its handler's effects together, or neither. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class JobCompletion {

  private Endings endings;

  /** For the container's proxies only. */
  protected JobCompletion() {}

  /** With the store. */
  @Inject
  public JobCompletion(Endings endings) {
    this.endings = endings;
  }

  /**
   * Moves the job to the archive, then lets the handler write. The move comes first: it locks the
   * row, so that nobody takes the job back while the handler writes.
   *
   * @throws LeaseLost when this node does not hold the job any more; nothing is committed
   */
  public void succeed(
      JobHandler<Object, Object> handler,
      Object payload,
      Object result,
      RunningJob run,
      Ending ending) {
    if (!endings.finish(run.lease(), ending)) {
      throw new LeaseLost(run.id());
    }
    handler.complete(payload, result, run);
    run.laterResult().ifPresent(later -> endings.keepResult(run.id(), JsonText.of(later)));
  }
}
