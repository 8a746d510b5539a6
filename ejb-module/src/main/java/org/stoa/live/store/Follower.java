package org.stoa.live.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.stoa.live.LiveListener;
import org.stoa.live.LiveMessage;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/** One listener on one topic. */
final class Follower {

  private static final Logger LOG = System.getLogger(Follower.class.getName());

  private final String key;
  private final String topic;
  private final Optional<String> cursor;
  private final LiveListener listener;
  private volatile boolean left;
  private StreamEntryID heard;

  Follower(String key, String topic, Optional<String> cursor, LiveListener listener) {
    this.key = key;
    this.topic = topic;
    this.cursor = cursor;
    this.listener = listener;
  }

  String key() {
    return key;
  }

  String topic() {
    return topic;
  }

  Optional<String> cursor() {
    return cursor;
  }

  boolean hasLeft() {
    return left;
  }

  void leave() {
    left = true;
  }

  void begin(StreamEntryID at) {
    heard = at;
    hear(LiveMessage.started(topic, at.toString()));
  }

  void reload(StreamEntryID at) {
    heard = at;
    hear(LiveMessage.reload(topic, at.toString()));
  }

  /** Hears an entry, which may be the advice to reload, unless it was heard before. */
  void tell(StreamEntry entry) {
    if (entry.getID().compareTo(heard) > 0) {
      if (entry.getFields().containsKey(TopicStreams.RELOAD)) {
        reload(entry.getID());
        return;
      }
      heard = entry.getID();
      String event = entry.getFields().get(TopicStreams.EVENT);
      hear(LiveMessage.event(topic, heard.toString(), event));
    }
  }

  private void hear(LiveMessage message) {
    if (left) {
      return;
    }
    try {
      listener.hear(message);
    } catch (RuntimeException e) {
      left = true;
      LOG.log(Level.WARNING, "A listener of " + topic + " failed and hears no more", e);
    }
  }
}
