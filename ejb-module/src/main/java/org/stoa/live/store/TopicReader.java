package org.stoa.live.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.stoa.live.LiveListener;
import org.stoa.live.LiveSubscription;
import org.stoa.shared.Ids;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.resps.StreamEntry;

/**
 * Reads all topics that somebody on this node listens to, in one loop, and hands the entries out.
 * Only that loop knows who follows what, so that replay and following meet without gap or double.
 */
@Singleton
public class TopicReader implements Runnable {

  private static final Logger LOG = System.getLogger(TopicReader.class.getName());

  /** How often it is noted again which topics are wanted. */
  private static final Duration KEEP_WANTED = WantedTopics.SLACK.dividedBy(4);

  private static final int WAIT_MILLIS = 5_000;
  private static final int PER_READ = 500;
  private static final int FIRST_PAUSE_MILLIS = 100;
  private static final int LONGEST_PAUSE_MILLIS = 5_000;

  private final TopicStreams streams;
  private final Clock clock;
  private final String pokeKey = "live:poke:" + Ids.next();
  private final Queue<Follower> newcomers = new ConcurrentLinkedQueue<>();
  private final Map<String, FollowedTopic> followed = new HashMap<>();
  private final Map<String, StreamEntryID> own = new HashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private Instant keptWanted = Instant.MIN;

  /** Over the streams. */
  @Inject
  public TopicReader(TopicStreams streams, Clock clock) {
    this.streams = streams;
    this.clock = clock;
  }

  /** Lets a listener follow a topic, from a cursor or from now. */
  public LiveSubscription follow(
      UUID organisation, String topic, Optional<String> cursor, LiveListener listener) {
    Follower follower =
        new Follower(TopicStreams.key(organisation, topic), topic, cursor, listener);
    newcomers.add(follower);
    poke();
    return () -> {
      follower.leave();
      poke();
    };
  }

  private void poke() {
    try {
      streams.poke(pokeKey);
    } catch (JedisException e) {
      LOG.log(Level.DEBUG, "The loop finds it by itself when the cache is back: {0}", e.toString());
    }
  }

  /** Reads until it is closed, and goes on after the cache was away. */
  @Override
  public void run() {
    int pause = FIRST_PAUSE_MILLIS;
    while (isOpen()) {
      try {
        begin();
        pause = FIRST_PAUSE_MILLIS;
        readOn();
      } catch (JedisException e) {
        LOG.log(Level.WARNING, "Live topics wait for the cache: {0}", e.toString());
        pause = pauseAndDouble(pause);
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "Live topics stumbled and begin again", e);
        pause = pauseAndDouble(pause);
      }
    }
  }

  /** Ends the loop. */
  public void close() {
    closed.countDown();
    poke();
  }

  private boolean isOpen() {
    return closed.getCount() > 0;
  }

  private int pauseAndDouble(int millis) {
    try {
      boolean ended = closed.await(millis, TimeUnit.MILLISECONDS);
      return ended ? 0 : Math.min(millis * 2, LONGEST_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      closed.countDown();
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private void begin() {
    if (own.isEmpty()) {
      streams.beginNode();
      own.put(TopicStreams.ALL, streams.position(TopicStreams.ALL));
      own.put(pokeKey, new StreamEntryID());
    } else {
      keepWanted();
      streams.checkRun();
    }
  }

  private void readOn() {
    while (isOpen()) {
      streams.tellLosses();
      admitNewcomers();
      forgetLeft();
      if (!clock.instant().isBefore(keptWanted.plus(KEEP_WANTED))) {
        keepWanted();
      }
      List<Map.Entry<String, List<StreamEntry>>> read =
          streams.read(positions(), WAIT_MILLIS, PER_READ);
      if (read != null) {
        read.forEach(topic -> handOut(topic.getKey(), topic.getValue()));
      }
    }
  }

  /**
   * After a restart of the cache this comes before the word about it: who hears it can trust it.
   */
  private void keepWanted() {
    streams.want(followed.values().stream().map(FollowedTopic::name).collect(Collectors.toSet()));
    keptWanted = clock.instant();
  }

  private Map<String, StreamEntryID> positions() {
    Map<String, StreamEntryID> positions = new HashMap<>(own);
    followed.forEach((key, topic) -> positions.put(key, topic.position()));
    return positions;
  }

  private void admitNewcomers() {
    for (Follower next = newcomers.peek(); next != null; next = newcomers.peek()) {
      admit(next);
      newcomers.remove();
    }
  }

  /** The newcomer catches up to where the others are; the first one decides where that is. */
  private void admit(Follower newcomer) {
    streams.want(Set.of(newcomer.topic()));
    Resumption resumption = resumption(newcomer);
    FollowedTopic topic =
        followed.computeIfAbsent(
            newcomer.key(), key -> new FollowedTopic(newcomer.topic(), resumption.position()));
    topic.admit(newcomer, resumption);
  }

  private Resumption resumption(Follower newcomer) {
    return newcomer
        .cursor()
        .map(cursor -> streams.resume(newcomer.key(), cursor))
        .orElseGet(() -> Resumption.without(streams.position(newcomer.key()), List.of()));
  }

  private void forgetLeft() {
    followed.values().removeIf(FollowedTopic::isLeft);
  }

  private void handOut(String key, List<StreamEntry> entries) {
    StreamEntryID last = entries.get(entries.size() - 1).getID();
    if (own.containsKey(key)) {
      own.put(key, last);
      if (key.equals(TopicStreams.ALL)) {
        followed.forEach((topicKey, topic) -> topic.reload(streams.position(topicKey)));
      }
      return;
    }
    FollowedTopic topic = followed.get(key);
    if (topic != null) {
      topic.tell(entries);
    }
  }
}
