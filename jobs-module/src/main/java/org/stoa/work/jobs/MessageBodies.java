package org.stoa.work.jobs;

import jakarta.jms.BytesMessage;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.stoa.work.InboundDelivery;

/** Takes out of a message of the broker what it says. */
final class MessageBodies {

  private MessageBodies() {}

  /**
   * The message as the room takes it; one that cannot be read says so.
   *
   * @throws IllegalStateException when not even its id can be read
   */
  static InboundDelivery delivery(Message message) {
    String id = id(message);
    try {
      if (message instanceof TextMessage text) {
        return InboundDelivery.text(id, text.getText());
      }
      if (message instanceof BytesMessage bytes) {
        return InboundDelivery.bytes(id, bytes(bytes));
      }
      return InboundDelivery.unreadable(id, "It is neither a message of text nor one of bytes.");
    } catch (JMSException e) {
      return InboundDelivery.unreadable(id, "The broker cannot read its body: " + e.getMessage());
    }
  }

  private static byte[] bytes(BytesMessage message) throws JMSException {
    byte[] bytes = new byte[Math.toIntExact(message.getBodyLength())];
    message.readBytes(bytes);
    return bytes;
  }

  private static String id(Message message) {
    try {
      return message.getJMSMessageID();
    } catch (JMSException e) {
      throw new IllegalStateException("a message has no id", e);
    }
  }
}
