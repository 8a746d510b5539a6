package org.stoa.work.inbound;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.stoa.shared.Problem;
import org.stoa.work.InboundDelivery;
import org.stoa.work.JobId;
import org.stoa.work.domain.Acceptance;
import org.stoa.work.domain.Refusal;
import org.stoa.work.domain.Verdict;

/** Takes a message: judges it, stores it once, and refuses what turns out not to be storable. */
public class MessageIntake {

  private static final Logger LOG = System.getLogger(MessageIntake.class.getName());

  private final MessageReader reader;
  private final MessageDesk desk;

  /** With who judges and who stores. */
  @Inject
  public MessageIntake(MessageReader reader, MessageDesk desk) {
    this.reader = reader;
    this.desk = desk;
  }

  /**
   * Takes one delivery of a message.
   *
   * @throws RuntimeException when the database is away; then nothing is stored
   */
  public void take(InboundDelivery delivery) {
    Verdict verdict = judge(delivery);
    if (verdict instanceof Acceptance acceptance) {
      accept(acceptance);
    } else if (verdict instanceof Refusal refusal) {
      refuse(refusal);
    }
  }

  private Verdict judge(InboundDelivery delivery) {
    try {
      return reader.judge(delivery);
    } catch (RuntimeException e) {
      throwOutage(e);
      return reader.failed(delivery, e);
    }
  }

  private static void throwOutage(RuntimeException failure) {
    if (Outages.isOne(failure)) {
      throw failure;
    }
  }

  private void accept(Acceptance acceptance) {
    try {
      Optional<JobId> job = desk.accept(acceptance);
      String id = acceptance.letter().messageId();
      if (job.isPresent()) {
        LOG.log(Level.DEBUG, "Message {0} is job {1}", id, job.get().value());
      } else {
        LOG.log(Level.INFO, "Message {0} came again: it, or its key, is stored", id);
      }
    } catch (Problem e) {
      refuse(refusal(acceptance, Reasons.of(e)));
    } catch (RuntimeException e) {
      throwOutage(e);
      refuse(refusal(acceptance, MessageReader.incident(acceptance.letter().messageId(), e)));
    }
  }

  private void refuse(Refusal refusal) {
    LOG.log(
        Level.INFO, "Message {0} is refused: {1}", refusal.letter().messageId(), refusal.reason());
    desk.refuse(refusal);
  }

  private static Refusal refusal(Acceptance acceptance, String reason) {
    return new Refusal(
        acceptance.letter(),
        acceptance.sender().organisation(),
        acceptance.sender().name(),
        reason);
  }
}
