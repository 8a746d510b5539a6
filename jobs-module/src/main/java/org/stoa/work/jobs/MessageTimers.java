package org.stoa.work.jobs;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.work.InboundMessages;
import org.stoa.work.JobEvents;

/** Tells other systems how jobs ended, and forgets old messages. A failed turn is made up later. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MessageTimers {

  private static final Logger LOG = System.getLogger(MessageTimers.class.getName());

  @EJB JobEvents events;
  @EJB InboundMessages messages;

  /** Tells what ended since the last turn. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false, info = "job events")
  public void tell() {
    turn("tell ends of jobs", events::tell);
  }

  /** Forgets messages and events that are too old. */
  @Schedule(hour = "*", minute = "23", persistent = false, info = "forget old messages")
  public void forgetOld() {
    turn("forget old messages", messages::forgetOld);
    turn("forget ends of forgotten jobs", events::forgetUnknown);
  }

  private static void turn(String name, Callable<Integer> action) {
    try {
      int count = CallContext.callAs(Actor.installation(), action);
      LOG.log(Level.DEBUG, "The turn to {0}: {1}", name, count);
    } catch (Exception e) {
      LOG.log(Level.WARNING, "The turn to {0} failed, the next follows: {1}", name, e.toString());
    }
  }
}
