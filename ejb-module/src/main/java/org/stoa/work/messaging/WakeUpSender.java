package org.stoa.work.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/**
 * Tells the nodes by a message that jobs wait on a queue. Wake-ups that are about to be sent for a
 * queue stand for all commits before them. A message that is lost costs time and nothing else,
 * because every node looks by itself as well.
 */
@ApplicationScoped
public class WakeUpSender {

  private static final Logger LOG = System.getLogger(WakeUpSender.class.getName());
  private static final long STALE_MILLIS = 10_000;

  private final Set<String> aboutToSend = ConcurrentHashMap.newKeySet();

  @Resource(lookup = "jms/stoaConnectionFactory")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/stoaWork")
  private Queue destination;

  /** Sends a wake-up soon, on a thread of the executor. */
  public void send(String queue, Executor executor) {
    if (aboutToSend.add(queue)) {
      executor.execute(() -> sendNow(queue));
    }
  }

  private void sendNow(String queue) {
    aboutToSend.remove(queue);
    try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .setTimeToLive(STALE_MILLIS)
          .setDisableMessageID(true)
          .send(destination, queue);
    } catch (JMSRuntimeException e) {
      LOG.log(
          Level.WARNING,
          "No wake-up for {0}, the next sweep finds the jobs: {1}",
          queue,
          e.toString());
    }
  }
}
