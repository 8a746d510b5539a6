package org.stoa.work.engine;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.stoa.work.domain.Ended;
import org.stoa.work.domain.Sample;
import org.stoa.work.domain.Sample.Depth;
import org.stoa.work.domain.SampleInstant;
import org.stoa.work.domain.SampleKey;
import org.stoa.work.domain.SampleSpan;
import org.stoa.work.store.SampleReads;
import org.stoa.work.store.SampleWrites;

/**
 * Takes the samples of the jobs of all organisations. How many wait and run is counted at the
 * instant; what ended within its span is counted a while after that, when what ended in it was
 * committed. If several nodes are about it, one does it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Sampler {

  /** So long after its span what ended is counted. */
  static final Duration LATENESS = Duration.ofSeconds(5);

  private SampleWrites writes;
  private SampleReads reads;
  private Clock clock;

  /** For the container's proxies only. */
  protected Sampler() {}

  /** With the store. */
  @Inject
  public Sampler(SampleWrites writes, SampleReads reads, Clock clock) {
    this.writes = writes;
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * Takes the sample of now, unless it is taken.
   *
   * @return its instant; empty when there is nothing to do
   */
  public Optional<Instant> take() {
    Instant now = clock.instant();
    Instant at = SampleSpan.FINE.start(now);
    if (!writes.begin(SampleSpan.FINE, at, false)) {
      return Optional.empty();
    }
    if (writes.isDepthDue(SampleSpan.FINE, at)) {
      writes.keepDepth(SampleSpan.FINE, at);
      Duration took = Duration.between(now, clock.instant());
      writes.depthIsKnown(SampleSpan.FINE, at, took);
    }
    Instant over = now.minus(LATENESS).minus(SampleSpan.FINE.length());
    writes
        .uncounted(SampleSpan.FINE, over)
        .forEach(instant -> writes.keepEnded(SampleSpan.FINE, instant));
    return Optional.of(at);
  }

  /** Sums up what is over, and forgets what is old. To be called now and then. */
  public void sumUp() {
    sumUp(SampleSpan.MIDDLE, SampleSpan.FINE);
    sumUp(SampleSpan.COARSE, SampleSpan.MIDDLE);
    Instant now = clock.instant();
    for (SampleSpan span : SampleSpan.values()) {
      writes.forget(span, now.minus(span.kept()));
    }
  }

  private void sumUp(SampleSpan span, SampleSpan finer) {
    Instant over = clock.instant().minus(LATENESS).minus(finer.length().multipliedBy(2));
    for (Instant at : writes.notSummedUp(span, finer, span.start(over))) {
      if (writes.begin(span, at, true)) {
        writes.add(span, at, sums(span, finer, at));
      }
    }
  }

  private List<Sample> sums(SampleSpan span, SampleSpan finer, Instant from) {
    Instant to = from.plus(span.length());
    int deep = SampleInstant.deep(reads.instants(finer, from, to));
    if (deep > 0) {
      writes.depthIsKnown(span, from, Duration.ZERO);
    }
    Map<SampleKey, Depth> depths = new TreeMap<>(SampleKey.ORDER);
    Map<SampleKey, Ended> ended = new TreeMap<>(SampleKey.ORDER);
    for (Sample sample : reads.ofAll(finer, from, to)) {
      depths.merge(sample.key(), sample.depth(), Depth::plus);
      ended.computeIfAbsent(sample.key(), key -> new Ended()).add(sample.ended());
    }
    return depths.entrySet().stream()
        .map(of -> new Sample(from, of.getKey(), of.getValue().over(deep), ended.get(of.getKey())))
        .toList();
  }
}
