package org.stoa.work.engine;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.stoa.work.store.History;

/** Makes the weeks of the history in time, and drops those that are over their retention. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class HistoryKeeper {

  private static final Logger LOG = System.getLogger(HistoryKeeper.class.getName());

  private History history;

  /** For the container's proxies only. */
  protected HistoryKeeper() {}

  /** With the store. */
  @Inject
  public HistoryKeeper(History history) {
    this.history = history;
  }

  /**
   * Makes and drops.
   *
   * @param kept for how long finished jobs are kept
   */
  public void keep(Instant now, Duration kept) {
    history.makeWeeks(now);
    List<String> gone = history.dropBefore(now.minus(kept));
    if (!gone.isEmpty()) {
      LOG.log(Level.INFO, "History dropped at its retention: {0}", gone);
    }
  }
}
