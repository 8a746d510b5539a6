package org.stoa.data.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.stoa.data.VersionSweep;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;

/** Clears away each night what cut-off loads left behind. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VersionSweepTimer {

  private static final Logger LOG = System.getLogger(VersionSweepTimer.class.getName());

  @EJB private VersionSweep sweep;

  /** A turn that fails is made up by the next. */
  @Schedule(hour = "3", minute = "37", persistent = false, info = "data sweep")
  public void clearAway() {
    try {
      int removed = CallContext.callAs(Actor.installation(), sweep::sweep);
      LOG.log(Level.INFO, "Cleared away {0} leftovers of loads.", removed);
    } catch (Exception e) {
      LOG.log(Level.ERROR, "Clearing away leftovers of loads failed.", e);
    }
  }
}
