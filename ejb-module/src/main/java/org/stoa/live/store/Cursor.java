package org.stoa.live.store;

import java.util.Optional;
import java.util.regex.Pattern;
import redis.clients.jedis.StreamEntryID;

/** A place in a stream, as text for browsers: the id of an entry, {@code milliseconds-sequence}. */
final class Cursor {

  private static final Pattern FORM = Pattern.compile("\\d{1,15}-\\d{1,15}");

  private Cursor() {}

  /** Reads what a browser shows; empty when it is not a cursor. */
  static Optional<StreamEntryID> read(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new StreamEntryID(text)) : Optional.empty();
  }

  /** Before anything that happens from this millisecond on, and behind all before it. */
  static StreamEntryID before(long epochMilli) {
    return new StreamEntryID(epochMilli - 1, Integer.MAX_VALUE);
  }
}
