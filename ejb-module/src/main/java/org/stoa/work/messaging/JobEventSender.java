package org.stoa.work.messaging;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.JMSProducer;
import jakarta.jms.TextMessage;
import jakarta.jms.Topic;
import java.util.List;
import org.stoa.shared.JsonText;
import org.stoa.work.JobEvent;

/** Puts the ends of jobs on the topic {@code stoa.events}, as JSON. */
@ApplicationScoped
public class JobEventSender {

  @Resource(lookup = "jms/stoaConnectionFactory")
  private ConnectionFactory connections;

  @Resource(lookup = "jms/stoaEvents")
  private Topic topic;

  /**
   * Sends them in order; when this returns the broker has them all.
   *
   * @throws jakarta.jms.JMSRuntimeException when the broker refuses; it may have some
   */
  public void send(List<JobEvent> events) {
    try (JMSContext context = connections.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
      JMSProducer producer = context.createProducer();
      for (JobEvent event : events) {
        producer.send(topic, message(context, event));
      }
    } catch (JMSException e) {
      throw new IllegalStateException("an end of a job does not become a message", e);
    }
  }

  /** Its properties are there for the selectors of subscribers. */
  private static TextMessage message(JMSContext context, JobEvent event) throws JMSException {
    TextMessage message = context.createTextMessage(JsonText.of(event));
    message.setStringProperty("organisation", event.organisation().toString());
    message.setStringProperty("kind", event.kind());
    message.setStringProperty("state", event.state().name());
    message.setJMSCorrelationID(Long.toString(event.id()));
    return message;
  }
}
