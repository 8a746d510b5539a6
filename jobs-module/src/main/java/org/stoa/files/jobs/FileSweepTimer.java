package org.stoa.files.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.stoa.files.FileSweep;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;

/** Clears away each night what no row knows. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FileSweepTimer {

  private static final Logger LOG = System.getLogger(FileSweepTimer.class.getName());
  private static final UUID NO_ORGANISATION = new UUID(0, 0);

  @EJB private FileSweep sweep;

  /** A turn that fails is made up by the next. */
  @Schedule(hour = "3", minute = "17", persistent = false, info = "files sweep")
  public void clearAway() {
    try {
      int removed = CallContext.callAs(Actor.system(NO_ORGANISATION), sweep::sweep);
      LOG.log(Level.INFO, "Cleared away {0} files that no row knows.", removed);
    } catch (Exception e) {
      LOG.log(Level.ERROR, "Clearing away files failed.", e);
    }
  }
}
