package org.stoa.work.domain;

/**
 * What a message of another system says, without its token. Null is what it does not say.
 *
 * @param messageId its id in the broker
 * @param organisation the organisation that it names
 * @param kind the kind of job that it wants
 * @param key the sender's key
 * @param token the last characters of its token
 * @param content all that was sent but the token
 * @param complete false when the content is cut
 */
public record Letter(
    String messageId,
    String organisation,
    String kind,
    String key,
    String token,
    String content,
    boolean complete) {

  /** One of which only the content is known. */
  public static Letter unread(String messageId, String content, boolean complete) {
    return new Letter(messageId, null, null, null, null, content, complete);
  }
}
