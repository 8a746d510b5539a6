package org.stoa.work.messaging;

import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import java.util.UUID;
import org.stoa.work.domain.Lane;
import org.stoa.work.domain.ReadyJob;

/** The message that a job is ready, between nodes. */
public final class WakeUp {

  private static final String QUEUE = "queue";
  private static final String ORGANISATION = "organisation";
  private static final String PRIORITY = "priority";
  private static final String KIND = "kind";
  private static final String JOB = "job";

  private WakeUp() {}

  static void write(ReadyJob job, MapMessage message) throws JMSException {
    message.setString(QUEUE, job.lane().queue());
    message.setString(ORGANISATION, job.lane().organisation().toString());
    message.setInt(PRIORITY, job.lane().priority());
    message.setString(KIND, job.lane().kind());
    message.setLong(JOB, job.id());
  }

  /**
   * The job of which a message tells.
   *
   * @throws JMSException when it cannot be read
   * @throws IllegalArgumentException when it is none of ours
   */
  public static ReadyJob read(MapMessage message) throws JMSException {
    if (message.getString(QUEUE) == null || message.getString(ORGANISATION) == null) {
      throw new IllegalArgumentException("no wake-up");
    }
    Lane lane =
        new Lane(
            message.getString(QUEUE),
            UUID.fromString(message.getString(ORGANISATION)),
            message.getInt(PRIORITY),
            message.getString(KIND));
    return new ReadyJob(lane, message.getLong(JOB));
  }
}
