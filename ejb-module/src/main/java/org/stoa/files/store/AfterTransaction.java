package org.stoa.files.store;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Does something on disk once it is known how the current transaction ended. */
@Dependent
public class AfterTransaction {

  @Resource private TransactionSynchronizationRegistry transactions;

  /** When it was committed. */
  public void ifCommitted(Runnable action) {
    register(action, true);
  }

  /** When it was not. */
  public void ifRolledBack(Runnable action) {
    register(action, false);
  }

  private void register(Runnable action, boolean committed) {
    transactions.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            // Only the end counts.
          }

          @Override
          public void afterCompletion(int status) {
            if (committed == (status == Status.STATUS_COMMITTED)) {
              action.run();
            }
          }
        });
  }
}
