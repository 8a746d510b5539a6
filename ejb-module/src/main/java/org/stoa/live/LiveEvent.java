package org.stoa.live;

/**
 * Something that happened.
 *
 * @param topic on which topic, such as {@code job:17}
 * @param event what; becomes JSON. Null when so much happened that listeners are to read the state
 *     again
 */
public record LiveEvent(String topic, Object event) {

  /** So much happened on the topic that listeners are to read the state again. */
  public static LiveEvent reload(String topic) {
    return new LiveEvent(topic, null);
  }
}
