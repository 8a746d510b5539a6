package org.stoa.shared.jobs;

import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import org.stoa.shared.IdempotentAnswers;

/** Forgets each hour the answers that nobody may ask for any more. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class IdempotentAnswersTimer {

  @EJB private IdempotentAnswers answers;

  /** A turn that fails is made up by the next. */
  @Schedule(hour = "*", minute = "47", persistent = false, info = "forget idempotency keys")
  public void forgetOld() {
    Turns.clearAway("answers to requests with a key", answers::forgetOld);
  }
}
