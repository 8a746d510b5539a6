package org.stoa.work.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stoa.work.WorkPoint;
import org.stoa.work.WorkShare;
import org.stoa.work.domain.Sample.Depth;

/** Adds samples up: by time, and by queue and kind. */
public final class OverviewSums {

  private OverviewSums() {}

  private static final class Sum {
    private int instants;
    private int deep;
    private Depth depth = Depth.NONE;
    private final Ended ended = new Ended();

    private void add(Sample sample) {
      depth = depth.plus(sample.depth());
      ended.add(sample.ended());
    }
  }

  /**
   * The steps from the start to the last instant that was measured.
   *
   * @param instants the instants of all samples, also of those at which there was nothing
   */
  public static List<WorkPoint> points(
      Instant start,
      Duration step,
      SampleSpan span,
      List<SampleInstant> instants,
      Collection<Sample> samples) {
    List<Sum> sums = new ArrayList<>();
    for (SampleInstant instant : instants) {
      int at = place(start, step, instant.at());
      while (sums.size() <= at) {
        sums.add(new Sum());
      }
      sums.get(at).instants++;
      sums.get(at).deep += instant.isDeep() ? 1 : 0;
    }
    for (Sample sample : samples) {
      int at = place(start, step, sample.at());
      if (at < sums.size()) {
        sums.get(at).add(sample);
      }
    }
    List<WorkPoint> points = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      points.add(point(start.plus(step.multipliedBy(i)), sums.get(i), span));
    }
    return points;
  }

  private static int place(Instant start, Duration step, Instant instant) {
    return (int) Duration.between(start, instant).dividedBy(step);
  }

  private static WorkPoint point(Instant at, Sum sum, SampleSpan span) {
    if (sum.instants == 0) {
      return new WorkPoint(at, 0, null, null, null, null, null, null, null, null);
    }
    boolean isDeep = sum.deep > 0;
    Depth mean = sum.depth.over(sum.deep);
    return new WorkPoint(
        at,
        sum.instants * span.seconds(),
        sum.ended.succeeded(),
        sum.ended.failed(),
        sum.ended.cancelled(),
        isDeep ? mean.waiting() : null,
        isDeep ? mean.delayed() : null,
        isDeep ? mean.running() : null,
        sum.ended.waits().spread(),
        sum.ended.runs().spread());
  }

  /** The sums by queue and kind, in their order. */
  public static List<WorkShare> shares(
      Collection<SampleInstant> instants, Collection<Sample> samples) {
    int deep = SampleInstant.deep(instants);
    Map<SampleKey, Sum> sums = new TreeMap<>(SampleKey.ORDER);
    samples.forEach(sample -> sums.computeIfAbsent(sample.key(), key -> new Sum()).add(sample));
    return sums.entrySet().stream().map(of -> share(of.getKey(), of.getValue(), deep)).toList();
  }

  private static WorkShare share(SampleKey key, Sum sum, int deep) {
    Depth mean = sum.depth.over(deep);
    return new WorkShare(
        key.queue(),
        key.kind(),
        sum.ended.succeeded(),
        sum.ended.failed(),
        sum.ended.cancelled(),
        mean.waiting(),
        mean.running(),
        sum.ended.waits().spread(),
        sum.ended.runs().spread());
  }
}
