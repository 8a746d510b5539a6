package org.stoa.work.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.MapMessage;
import jakarta.jms.Queue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.stoa.work.domain.Lane;
import org.stoa.work.domain.ReadyJob;

/**
 * Tells another node by a message that jobs wait. A lane is told of ten times a second at most. A
 * message that is lost costs time and nothing else, because every node looks by itself as well.
 */
@ApplicationScoped
public class WakeUpSender {

  private static final Logger LOG = System.getLogger(WakeUpSender.class.getName());
  private static final long STALE_MILLIS = 10_000;

  private static final long BETWEEN_NANOS = 100_000_000;

  private final Map<Lane, Long> lastSent = new ConcurrentHashMap<>();

  @Resource(lookup = "jms/stoaConnectionFactory")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/stoaWork")
  private Queue destination;

  /** Sends a wake-up soon, on a thread of the executor. */
  public void send(ReadyJob job, Executor executor) {
    long now = System.nanoTime();
    Long before = lastSent.get(job.lane());
    if (before == null || now - before >= BETWEEN_NANOS) {
      lastSent.put(job.lane(), now);
      executor.execute(() -> sendNow(job));
    }
  }

  private void sendNow(ReadyJob job) {
    try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      MapMessage message = context.createMapMessage();
      WakeUp.write(job, message);
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .setTimeToLive(STALE_MILLIS)
          .setDisableMessageID(true)
          .send(destination, message);
    } catch (JMSException | JMSRuntimeException e) {
      LOG.log(
          Level.WARNING,
          "No wake-up for {0}, the next sweep finds the jobs: {1}",
          job.lane().queue(),
          e.toString());
    }
  }
}
