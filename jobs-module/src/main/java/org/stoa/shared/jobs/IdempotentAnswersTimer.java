package org.stoa.shared.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.IdempotentAnswers;

/** Forgets each hour the answers that nobody may ask for any more. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdempotentAnswersTimer {

  private static final Logger LOG = System.getLogger(IdempotentAnswersTimer.class.getName());

  @EJB private IdempotentAnswers answers;

  /** A turn that fails is made up by the next. */
  @Schedule(hour = "*", minute = "47", persistent = false, info = "forget idempotency keys")
  public void forgetOld() {
    try {
      int forgotten = CallContext.callAs(Actor.installation(), answers::forgetOld);
      LOG.log(Level.DEBUG, "Forgot {0} answers to requests with a key.", forgotten);
    } catch (Exception e) {
      LOG.log(Level.ERROR, "Forgetting answers to requests with a key failed.", e);
    }
  }
}
