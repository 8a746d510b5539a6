package org.stoa.files.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.stoa.files.FileSweep;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;

/** Clears away each night what no row knows. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FileSweepTimer {

  private static final Logger LOG = System.getLogger(FileSweepTimer.class.getName());

  @EJB private FileSweep sweep;

  /** A turn that fails is made up by the next. */
  @Schedule(hour = "3", minute = "17", persistent = false, info = "files sweep")
  public void clearAway() {
    try {
      int removed = CallContext.callAs(Actor.installation(), sweep::sweep);
      LOG.log(Level.INFO, "Cleared away {0} files that no row knows.", removed);
    } catch (Exception e) {
      LOG.log(Level.ERROR, "Clearing away files failed.", e);
    }
  }
}
