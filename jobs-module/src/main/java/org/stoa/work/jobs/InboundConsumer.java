package org.stoa.work.jobs;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.EJB;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.work.InboundDelivery;
import org.stoa.work.InboundMessages;

/**
 * Takes what other systems put on the queue {@code stoa.inbound}. The message is acknowledged when
 * it is stored, which the call below commits: a kill between the two has it delivered again, and
 * known. What cannot be read is stored as such. Only what cannot be stored is thrown, and then
 * delivered again after a while, as often as it takes: an outage of the database loses nothing.
 *
 * <p>The container accepts messages while the application still starts, and holds them for a minute
 * at most. What it then cannot hand over must go back to the broker: over a connection by address
 * it does, but within one process with the broker it would be kept from everyone until the next
 * start.
 */
@MessageDriven(
    activationConfig = {
      @ActivationConfigProperty(
          propertyName = "destinationType",
          propertyValue = "jakarta.jms.Queue"),
      @ActivationConfigProperty(
          propertyName = "destinationLookup",
          propertyValue = "jms/stoaInbound"),
      @ActivationConfigProperty(
          propertyName = "addressList",
          propertyValue = "127.0.0.1:${MPCONFIG=stoa.port.jms}"),
      @ActivationConfigProperty(
          propertyName = "sendUndeliverableMsgsToDMQ",
          propertyValue = "false"),
      @ActivationConfigProperty(
          propertyName = "endpointExceptionRedeliveryAttempts",
          propertyValue = "2147483647"),
      @ActivationConfigProperty(
          propertyName = "endpointExceptionRedeliveryInterval",
          propertyValue = "2000")
    })
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboundConsumer implements MessageListener {

  @EJB InboundMessages messages;

  @Override
  public void onMessage(Message message) {
    InboundDelivery delivery = MessageBodies.delivery(message);
    CallContext.runAs(Actor.installation(), () -> messages.receive(delivery));
  }
}
