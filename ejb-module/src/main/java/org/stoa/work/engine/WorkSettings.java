package org.stoa.work.engine;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stoa.shared.RoomSettings;
import org.stoa.shared.Settings;

/**
 * How this node works.
 *
 * <ul>
 *   <li>{@code STOA_WORK_NODE}: the name of the node, unique among the nodes that are up; by
 *       default host and server directory
 *   <li>{@code STOA_WORK_LEASE_MS}: how long the node keeps its jobs without a sign of life
 *   <li>{@code STOA_WORK_HISTORY_DAYS}: for how many days finished jobs are kept, by the week
 *   <li>{@code STOA_WORK_CONCURRENCY}: jobs that run here at once, per queue, such as {@code
 *       loads=2,*=4}; {@code *} stands for every other queue
 *   <li>{@code STOA_WORK_WORKERS}: jobs that run here at once, of all queues together
 * </ul>
 */
@Singleton
public class WorkSettings implements RoomSettings {

  private static final String OTHERS = "*";
  private static final int MOST = 256;

  /** Threads of {@code concurrent/stoaExecutor}; some are left for what follows a commit. */
  private static final int MOST_WORKERS = 56;

  private static final int USUAL_WORKERS = 16;
  private static final Map<String, Integer> USUAL = Map.of("loads", 2, OTHERS, 4);

  private final String node;
  private final Duration lease;
  private final Duration history;
  private final Map<String, Integer> concurrency;
  private final int workers;

  /** Reads and checks. */
  @Inject
  public WorkSettings(Settings settings) {
    node = settings.optional("stoa.work.node", usualName(), text -> text);
    lease = Duration.ofMillis(settings.number("stoa.work.lease.ms", 10_000, 4_000, 600_000));
    history = Duration.ofDays(settings.number("stoa.work.history.days", 90, 1, 36_500));
    concurrency = settings.optional("stoa.work.concurrency", USUAL, WorkSettings::perQueue);
    workers = (int) settings.number("stoa.work.workers", USUAL_WORKERS, 1, MOST_WORKERS);
  }

  /** The name of this node. */
  public String node() {
    return node;
  }

  /** How long the node keeps its jobs without a sign of life. */
  public Duration lease() {
    return lease;
  }

  /** For how long finished jobs are kept. */
  public Duration history() {
    return history;
  }

  /** How many jobs of a queue run here at once. */
  public int concurrency(String queue) {
    return concurrency.getOrDefault(queue, concurrency.get(OTHERS));
  }

  /** How many jobs of all queues together run here at once. */
  public int workers() {
    return workers;
  }

  private static String usualName() {
    return hostName() + ":" + System.getProperty("com.sun.aas.instanceRoot", "");
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return InetAddress.getLoopbackAddress().getHostName();
    }
  }

  private static Map<String, Integer> perQueue(String text) {
    Map<String, Integer> read = new LinkedHashMap<>(USUAL);
    for (String part : text.split(",", -1)) {
      String[] pair = part.strip().split("=", -1);
      if (pair.length != 2
          || !pair[1].matches("[1-9]\\d{0,2}")
          || Integer.parseInt(pair[1]) > MOST) {
        throw new IllegalArgumentException(
            "must look like loads=2,*=4 with numbers from 1 to " + MOST);
      }
      read.put(pair[0].strip(), Integer.valueOf(pair[1]));
    }
    return Map.copyOf(read);
  }
}
