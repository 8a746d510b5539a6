package org.stoa.live.store;

import java.util.List;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/**
 * How a listener goes on from its cursor.
 *
 * @param gap whether something may have been missed for good, so that the state must be read again
 * @param missed what it missed and can still hear, in order; empty after a gap
 * @param position where it is afterwards
 */
record Resumption(boolean gap, List<StreamEntry> missed, StreamEntryID position) {

  static Resumption afterGap(StreamEntryID position) {
    return new Resumption(true, List.of(), position);
  }

  static Resumption without(StreamEntryID cursor, List<StreamEntry> missed) {
    StreamEntryID position = missed.isEmpty() ? cursor : missed.get(missed.size() - 1).getID();
    return new Resumption(false, missed, position);
  }
}
