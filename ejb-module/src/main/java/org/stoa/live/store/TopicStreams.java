package org.stoa.live.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoa.live.LiveEvent;
import org.stoa.shared.JsonText;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.StreamEntryID;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.XAddParams;
import redis.clients.jedis.params.XReadParams;
import redis.clients.jedis.resps.StreamEntry;
import redis.clients.jedis.util.SafeEncoder;

/**
 * Topics as streams of the cache, {@code live:{organisation}:{topic}}, cut at a length and
 * expiring.
 *
 * <p>A cursor can be trusted while the cache has not been restarted since ({@code live:epoch}), the
 * topic cannot have expired and been made anew meanwhile, and nothing behind the cursor was cut
 * off. Whoever finds that events were lost begins a new epoch and says so on {@code live:all}.
 */
@Singleton
public class TopicStreams {

  /** All listeners are told here that something was lost. */
  static final String ALL = "live:all";

  /** The field of an entry that holds the event. */
  static final String EVENT = "e";

  /** The field of an entry that says: read the state again. */
  static final String RELOAD = "r";

  private static final Logger LOG = System.getLogger(TopicStreams.class.getName());
  private static final String EPOCH = "live:epoch";
  private static final String RUN = "live:run";
  private static final Pattern RUN_ID = Pattern.compile("run_id:(\\w+)");
  private static final int PER_PIPELINE = 1_000;

  private final JedisPooled redis;
  private final LiveSettings settings;
  private final WantedTopics wanted;
  private final AtomicBoolean losing = new AtomicBoolean();

  /** Over the cache. */
  @Inject
  public TopicStreams(JedisPooled redis, LiveSettings settings) {
    this.redis = redis;
    this.settings = settings;
    this.wanted = new WantedTopics(redis, settings.kept());
  }

  /** The key of a topic. */
  static String key(UUID organisation, String topic) {
    return "live:" + organisation + ":" + topic;
  }

  /** Adds events, each to its topic, in order. Does not fail; what is lost is told later. */
  public void append(UUID organisation, List<LiveEvent> events) {
    try {
      tellLosses();
      for (int from = 0; from < events.size(); from += PER_PIPELINE) {
        int to = Math.min(from + PER_PIPELINE, events.size());
        appendTogether(organisation, events.subList(from, to));
      }
    } catch (JedisException e) {
      if (!losing.getAndSet(true)) {
        LOG.log(Level.WARNING, "Live events are lost until the cache is back: {0}", e.toString());
      }
    }
  }

  /**
   * Those of the topics that a listener or a cursor may still ask for. Does not fail: when the
   * cache is away nothing is wanted, and a loss is told later.
   */
  public Set<String> wanted(Collection<String> topics) {
    try {
      return wanted.of(topics);
    } catch (JedisException e) {
      losing.set(true);
      LOG.log(Level.DEBUG, "Told as a loss when the cache is back: {0}", e.toString());
      return Set.of();
    }
  }

  /** Notes that topics are wanted, for as long as a cursor of now can be trusted. */
  void want(Collection<String> topics) {
    wanted.note(topics, millis());
  }

  /** Something was lost that nobody can tell any more. Does not fail; it is told later. */
  public void lose() {
    losing.set(true);
    try {
      tellLosses();
    } catch (JedisException e) {
      LOG.log(Level.DEBUG, "The loss is told when the cache is back: {0}", e.toString());
    }
  }

  /** Begins a new epoch if something was lost. What is lost meanwhile needs one of its own. */
  void tellLosses() {
    if (losing.compareAndSet(true, false)) {
      try {
        beginEpoch();
      } catch (JedisException e) {
        losing.set(true);
        throw e;
      }
    }
  }

  private void appendTogether(UUID organisation, List<LiveEvent> events) {
    try (Pipeline pipeline = redis.pipelined()) {
      XAddParams cut = XAddParams.xAddParams().maxLen(settings.length()).approximateTrimming();
      for (LiveEvent event : events) {
        String key = key(organisation, event.topic());
        pipeline.xadd(key, cut, fields(event));
        pipeline.pexpire(key, settings.kept().toMillis());
      }
      pipeline.syncAndReturnAll().stream()
          .filter(JedisException.class::isInstance)
          .map(JedisException.class::cast)
          .findFirst()
          .ifPresent(
              refused -> {
                throw refused;
              });
    }
  }

  private static Map<String, String> fields(LiveEvent event) {
    return event.event() == null ? Map.of(RELOAD, "") : Map.of(EVENT, JsonText.of(event.event()));
  }

  /** Where a topic is now; when the cache cannot be reached, a cursor that leads to a reload. */
  public String cursor(UUID organisation, String topic) {
    try {
      want(Set.of(topic));
      return position(key(organisation, topic)).toString();
    } catch (JedisException e) {
      LOG.log(Level.DEBUG, "No cursor while the cache is away: {0}", e.toString());
      return new StreamEntryID().toString();
    }
  }

  /** The last entry of a stream, or this moment when it has none. */
  StreamEntryID position(String key) {
    StreamEntryID now = Cursor.before(millis());
    List<StreamEntry> last = redis.xrevrange(key, (StreamEntryID) null, null, 1);
    return last.isEmpty() ? now : last.get(0).getID();
  }

  /** How a listener goes on from a cursor. */
  Resumption resume(String key, String cursor) {
    StreamEntryID from = Cursor.read(cursor).orElse(null);
    if (from == null || !isTrusted(key, from)) {
      return Resumption.afterGap(position(key));
    }
    return Resumption.without(from, after(key, from));
  }

  private boolean isTrusted(String key, StreamEntryID cursor) {
    long oldest = Math.max(epoch(), millis() - settings.kept().toMillis());
    if (cursor.getTime() < oldest) {
      return false;
    }
    List<StreamEntry> first = redis.xrange(key, (StreamEntryID) null, null, 1);
    return first.isEmpty()
        || cursor.compareTo(first.get(0).getID()) >= 0
        || redis.xlen(key) < settings.length();
  }

  private List<StreamEntry> after(String key, StreamEntryID cursor) {
    StreamEntryID next = new StreamEntryID(cursor.getTime(), cursor.getSequence() + 1);
    return redis.xrange(key, next, null);
  }

  /** Waits for entries behind the positions; null when none came in time. */
  List<Map.Entry<String, List<StreamEntry>>> read(
      Map<String, StreamEntryID> positions, int waitMillis, int count) {
    return redis.xread(XReadParams.xReadParams().block(waitMillis).count(count), positions);
  }

  /** Wakes whoever reads this key; it keeps one entry only. */
  void poke(String key) {
    redis.xadd(key, XAddParams.xAddParams().maxLen(1), Map.of(EVENT, "poke"));
    redis.pexpire(key, settings.kept().toMillis());
  }

  /** Begins a new epoch for this start: an earlier run may have died before it told its last. */
  void beginNode() {
    String run = runId();
    beginEpoch();
    redis.set(RUN, run);
  }

  /**
   * Begins a new epoch if the cache is not the one that it was, for it may have forgotten things.
   */
  void checkRun() {
    String run = runId();
    if (!run.equals(redis.get(RUN))) {
      beginEpoch();
      redis.set(RUN, run);
    }
  }

  void beginEpoch() {
    redis.set(EPOCH, Long.toString(millis()));
    redis.xadd(ALL, XAddParams.xAddParams().maxLen(1), Map.of(EVENT, "reload"));
  }

  private long epoch() {
    String epoch = redis.get(EPOCH);
    return epoch == null ? Long.MAX_VALUE : Long.parseLong(epoch);
  }

  private String runId() {
    byte[] server = (byte[]) redis.sendCommand(Protocol.Command.INFO, "server");
    Matcher found = RUN_ID.matcher(SafeEncoder.encode(server));
    return found.find() ? found.group(1) : "";
  }

  private long millis() {
    List<?> time = (List<?>) redis.sendCommand(Protocol.Command.TIME);
    long seconds = Long.parseLong(SafeEncoder.encode((byte[]) time.get(0)));
    long micros = Long.parseLong(SafeEncoder.encode((byte[]) time.get(1)));
    return seconds * 1_000 + micros / 1_000;
  }
}
