package org.stoa.work.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Consumer;
import org.stoa.work.domain.EndedJob;
import org.stoa.work.domain.Freed;

/** Gathers what others must learn when the current transaction commits, and tells it then. */
@ApplicationScoped
public class AfterCommit {

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  private CommitTeller teller;

  /** For the container's proxies only. */
  protected AfterCommit() {}

  /** With the one who tells. */
  @Inject
  public AfterCommit(CommitTeller teller) {
    this.teller = teller;
  }

  /** A job is new. */
  public void submitted(Freed job) {
    note(notes -> notes.submitted(job));
  }

  /** A job has ended that did not run. */
  public void ended(EndedJob job) {
    note(notes -> notes.ended(job));
  }

  /** A job looks different. */
  public void changed(long id) {
    note(notes -> notes.changed(id));
  }

  /** A running job is to stop. */
  public void cancelRequested(long id) {
    note(notes -> notes.cancelRequested(id));
  }

  private void note(Consumer<CommitNotes> noting) {
    if (transactions.getTransactionKey() == null) {
      CommitNotes notes = new CommitNotes(teller);
      noting.accept(notes);
      teller.tell(notes);
      return;
    }
    noting.accept(ofThisTransaction());
  }

  private CommitNotes ofThisTransaction() {
    if (transactions.getResource(CommitNotes.class) instanceof CommitNotes notes) {
      return notes;
    }
    CommitNotes notes = new CommitNotes(teller);
    transactions.putResource(CommitNotes.class, notes);
    transactions.registerInterposedSynchronization(notes);
    return notes;
  }
}
