package org.stoa.work;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * One delivery of a message by the broker. The same message may be delivered again.
 *
 * @param messageId the id that the broker gave the message, the same at each delivery
 * @param text the body; empty when it could not be read
 * @param fault why it could not be read, as a sentence; null when it could
 */
public record InboundDelivery(String messageId, String text, String fault) {

  public InboundDelivery {
    Objects.requireNonNull(messageId, "messageId");
    Objects.requireNonNull(text, "text");
  }

  /** A message of text. */
  public static InboundDelivery text(String messageId, String text) {
    return new InboundDelivery(messageId, text == null ? "" : text, null);
  }

  /** A message of bytes, which are to be UTF-8. */
  public static InboundDelivery bytes(String messageId, byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text(messageId, text);
    } catch (CharacterCodingException e) {
      return unreadable(messageId, "Its bytes are not UTF-8.");
    }
  }

  /** A message that cannot be read at all. */
  public static InboundDelivery unreadable(String messageId, String fault) {
    return new InboundDelivery(messageId, "", fault);
  }
}
