package org.stoa.work.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stoa.work.Spread;

/**
 * How many things took how long. Bucket 0 is below a millisecond; bucket {@code b} begins at {@code
 * 2^((b-1)/4)} milliseconds, so that each is 19 % wide. Histograms of parts add up to that of the
 * whole, which percentiles do not.
 */
public final class Histogram {

  private static final int PER_DOUBLING = 4;

  private final SortedMap<Integer, Long> counts = new TreeMap<>();

  /** Reads what {@link #text} wrote. */
  public static Histogram of(String text) {
    Histogram histogram = new Histogram();
    if (!text.isEmpty()) {
      for (String entry : text.split(",", -1)) {
        int colon = entry.indexOf(':');
        histogram.add(
            Integer.parseInt(entry.substring(0, colon)),
            Long.parseLong(entry.substring(colon + 1)));
      }
    }
    return histogram;
  }

  /** The bucket of a duration in milliseconds. */
  public static int bucket(double millis) {
    return millis < 1 ? 0 : 1 + (int) Math.floor(PER_DOUBLING * Math.log(millis) / Math.log(2));
  }

  /** Adds so many to a bucket. */
  public void add(int bucket, long count) {
    counts.merge(bucket, count, Long::sum);
  }

  /** Adds all of another one. */
  public void add(Histogram other) {
    other.counts.forEach(this::add);
  }

  /** How many there are. */
  public long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many took less than {@code 2^(bucket/4)} milliseconds. */
  public long below(int bucket) {
    return counts.headMap(bucket + 1).values().stream().mapToLong(Long::longValue).sum();
  }

  /** The percentiles; null when there is nothing. */
  public Spread spread() {
    long count = count();
    return count == 0
        ? null
        : new Spread(count, quantile(0.5, count), quantile(0.95, count), quantile(0.99, count));
  }

  private double quantile(double share, long count) {
    double rank = share * count;
    long below = 0;
    for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
      if (below + bucket.getValue() >= rank) {
        return within(bucket.getKey(), (rank - below) / bucket.getValue());
      }
      below += bucket.getValue();
    }
    return within(counts.lastKey(), 1);
  }

  private static double within(int bucket, double part) {
    return bucket == 0 ? part : Math.pow(2, (bucket - 1 + part) / PER_DOUBLING);
  }

  /** The buckets and counts, such as {@code 0:3,17:1}. */
  public String text() {
    return counts.entrySet().stream()
        .map(entry -> entry.getKey() + ":" + entry.getValue())
        .collect(Collectors.joining(","));
  }
}
