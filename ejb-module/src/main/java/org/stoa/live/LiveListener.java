package org.stoa.live;

/** Hears what happens on topics. */
@FunctionalInterface
public interface LiveListener {

  /** Takes a message. It is called by the one reader of the node, so it must never wait. */
  void hear(LiveMessage message);
}
