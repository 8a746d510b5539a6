package org.stoa.bench.inside;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.stoa.work.Jobs;
import org.stoa.work.SubmitJob;

/** Submits as any room does. */
@Stateless
public class BenchDesk {

  @Inject private Jobs jobs;

  /** Submits some jobs of a kind in one transaction. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void submit(String kind, int from, int count) {
    jobs.submitAll(
        IntStream.range(from, from + count)
            .mapToObj(number -> new SubmitJob(kind, new Numbered(number)))
            .toList());
  }

  /** Submits one job in a transaction of its own. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void submitOne(String kind, int number) {
    jobs.submit(new SubmitJob(kind, new Numbered(number)));
  }
}
