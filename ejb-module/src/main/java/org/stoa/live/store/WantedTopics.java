package org.stoa.live.store;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.JedisPooled;

/**
 * Which topics may still be asked for, by their names without organisation: a sorted set of the
 * cache, each topic with the time until which a cursor to it can be trusted. Who tells much can
 * leave out what nobody asks for.
 */
final class WantedTopics {

  /** How much longer than needed a topic counts as wanted; noting it again may be so late. */
  static final Duration SLACK = Duration.ofMinutes(4);

  /** Beyond so many, all topics count as wanted, so that the set stays small. */
  static final int MOST = 100_000;

  private static final String KEY = "live:wanted";

  /** Stands for all topics; no topic has this name. */
  private static final String ALL = "*";

  private final JedisPooled redis;
  private final Duration kept;

  WantedTopics(JedisPooled redis, Duration kept) {
    this.redis = redis;
    this.kept = kept;
  }

  /**
   * Notes that topics are wanted.
   *
   * @param now the time of the cache, in milliseconds
   */
  void note(Collection<String> topics, long now) {
    redis.zremrangeByScore(KEY, 0, (double) now);
    if (topics.isEmpty()) {
      return;
    }
    double until = (double) (now + kept.plus(SLACK).toMillis());
    Map<String, Double> scores = new HashMap<>();
    if (redis.zcard(KEY) + topics.size() > MOST) {
      scores.put(ALL, until);
    } else {
      topics.forEach(topic -> scores.put(topic, until));
    }
    redis.zadd(KEY, scores);
  }

  /** Those of the topics that are wanted. */
  Set<String> of(Collection<String> topics) {
    List<String> asked = List.copyOf(topics);
    String[] members = new String[asked.size() + 1];
    members[0] = ALL;
    for (int i = 0; i < asked.size(); i++) {
      members[i + 1] = asked.get(i);
    }
    List<Double> scores = redis.zmscore(KEY, members);
    if (scores.get(0) != null) {
      return Set.copyOf(asked);
    }
    Set<String> wanted = new HashSet<>();
    for (int i = 0; i < asked.size(); i++) {
      if (scores.get(i + 1) != null) {
        wanted.add(asked.get(i));
      }
    }
    return wanted;
  }
}
