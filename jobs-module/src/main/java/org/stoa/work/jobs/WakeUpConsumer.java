package org.stoa.work.jobs;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.JMSException;
import jakarta.jms.MapMessage;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.stoa.work.engine.WorkNode;
import org.stoa.work.messaging.WakeUp;

/**
 * Hears that jobs wait on a queue and wakes this node's drain. It returns at once, so that a long
 * job holds up no message. A wake-up that cannot be read is dropped: the sweep finds the jobs.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(propertyName = "destinationLookup", propertyValue = "jms/stoaWork"),
      @ActivationConfigProperty(
          propertyName = "connectionFactoryLookup",
          propertyValue = "jms/stoaConnectionFactory")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WakeUpConsumer implements MessageListener {

  private static final Logger LOG = System.getLogger(WakeUpConsumer.class.getName());

  @EJB WorkNode node;

  @Override
  public void onMessage(Message message) {
    try {
      node.wake(WakeUp.read((MapMessage) message));
    } catch (JMSException | IllegalArgumentException | ClassCastException e) {
      LOG.log(Level.WARNING, "A wake-up could not be read: {0}", e.toString());
    }
  }
}
