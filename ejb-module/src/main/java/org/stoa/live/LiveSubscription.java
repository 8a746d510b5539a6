package org.stoa.live;

/** Ends listening when it is closed. Closing it again does nothing. */
@FunctionalInterface
public interface LiveSubscription extends AutoCloseable {

  @Override
  void close();
}
