package org.stoa.live.store;

import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.resps.StreamEntry;

/** A topic that somebody on this node listens to, and how far it was read. */
final class FollowedTopic {

  private final String name;
  private final List<Follower> followers = new ArrayList<>();
  private StreamEntryID position;

  FollowedTopic(String name, StreamEntryID position) {
    this.name = name;
    this.position = position;
  }

  String name() {
    return name;
  }

  StreamEntryID position() {
    return position;
  }

  /**
   * Takes in a follower who has just caught up. It may be ahead of the others, whose next read
   * brings what it has heard already; it skips that.
   */
  void admit(Follower follower, Resumption resumption) {
    if (resumption.gap()) {
      follower.reload(resumption.position());
    } else {
      follower.begin(resumption.missed().isEmpty() ? resumption.position() : start(follower));
      resumption.missed().forEach(follower::tell);
    }
    followers.add(follower);
  }

  private static StreamEntryID start(Follower follower) {
    return follower.cursor().flatMap(Cursor::read).orElseThrow();
  }

  void tell(List<StreamEntry> entries) {
    for (StreamEntry entry : entries) {
      position = entry.getID();
      followers.forEach(follower -> follower.tell(entry));
    }
  }

  void reload(StreamEntryID at) {
    position = at;
    followers.forEach(follower -> follower.reload(at));
  }

  boolean isLeft() {
    followers.removeIf(Follower::hasLeft);
    return followers.isEmpty();
  }
}
