package org.stoa.work.engine;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.store.Journal;
import org.stoa.work.store.WorkStoreException;

/** Writes progress and log lines at once, apart from any transaction that the handler may be in. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RunJournal {

  private static final Logger LOG = System.getLogger(RunJournal.class.getName());

  private Journal journal;
  private JobAnnouncer announcer;

  /** For the container's proxies only. */
  protected RunJournal() {}

  /** With the store and the one who announces changes. */
  @Inject
  public RunJournal(Journal journal, JobAnnouncer announcer) {
    this.journal = journal;
    this.announcer = announcer;
  }

  /** Keeps what is new. A handler does not fail because its progress could not be written. */
  public void write(ClaimedJob job, Unwritten news) {
    if (news.isEmpty()) {
      return;
    }
    try {
      if (news.progress() != null) {
        journal.progress(job.lease(), news.progress());
      }
      if (!news.lines().isEmpty()) {
        journal.log(job, news.lines());
      }
      announcer.changed(Set.of(job.id()));
    } catch (WorkStoreException e) {
      LOG.log(Level.WARNING, "Progress of job {0} was not written: {1}", job.id(), e.toString());
    }
  }
}
