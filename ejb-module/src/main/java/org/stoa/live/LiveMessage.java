package org.stoa.live;

/**
 * What a listener hears.
 *
 * @param kind whether it is an event, the start of listening, or the advice to read the state again
 * @param topic on which topic
 * @param cursor where the listener is now; to be shown when it comes back
 * @param event the JSON of the event, null for the other kinds
 */
public record LiveMessage(Kind kind, String topic, String cursor, String event) {

  /** What it is about. */
  public enum Kind {
    /** Listening has begun at this cursor. */
    STARTED,
    /** Something happened. */
    EVENT,
    /** Something was missed, so the state is to be read again; listening goes on. */
    RELOAD
  }

  /** Listening has begun. */
  public static LiveMessage started(String topic, String cursor) {
    return new LiveMessage(Kind.STARTED, topic, cursor, null);
  }

  /** Something happened. */
  public static LiveMessage event(String topic, String cursor, String event) {
    return new LiveMessage(Kind.EVENT, topic, cursor, event);
  }

  /** Something was missed. */
  public static LiveMessage reload(String topic, String cursor) {
    return new LiveMessage(Kind.RELOAD, topic, cursor, null);
  }
}
