package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.Fields;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.domain.OverviewSums;
import org.stoa.work.domain.Sample;
import org.stoa.work.domain.SampleInstant;
import org.stoa.work.domain.SampleSpan;
import org.stoa.work.store.SampleReads;

/** Tells how the work of the caller's organisation went, from samples. */
@Stateless
public class WorkOverviews {

  /** How many steps an overview has at most. */
  private static final int MOST_POINTS = 400;

  private static final int MOST_SAMPLES = 3 * MOST_POINTS;
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration LONGEST = SampleSpan.COARSE.kept();

  private SampleReads reads;
  private Clock clock;

  /** For the container's proxies only. */
  protected WorkOverviews() {}

  /** With the samples. */
  @Inject
  public WorkOverviews(SampleReads reads, Clock clock) {
    this.reads = reads;
    this.clock = clock;
  }

  /**
   * What was measured within a time.
   *
   * @throws InvalidProblem when the time is none, or longer than samples are kept
   */
  @Allowed(WorkPermissions.READ)
  public WorkOverview overview(OverviewQuery query) {
    Instant now = clock.instant();
    Instant to = query.to().orElse(now);
    Instant from = query.from().orElse(to.minus(USUAL));
    check(from, to);
    SampleSpan span = SampleSpan.covering(from, to, now, MOST_SAMPLES);
    Duration step = step(span, Duration.between(from, to));
    Instant start = floor(from, step);
    UUID organisation = CallContext.organisation();
    List<SampleInstant> instants = reads.instants(span, start, to);
    List<Sample> samples = reads.of(organisation, span, start, to);
    return new WorkOverview(
        start,
        to,
        (int) step.toSeconds(),
        OverviewSums.points(
            start, step, span, instants, samples.stream().filter(asked(query)).toList()),
        OverviewSums.shares(instants, samples));
  }

  private static void check(Instant from, Instant to) {
    Fields fields = new Fields();
    fields.require(from.isBefore(to), "from", "must be before to");
    fields.require(
        !from.isBefore(Instant.EPOCH) && !to.isAfter(Instant.parse("2200-01-01T00:00:00Z")),
        "from",
        "and to must be between 1970 and 2200");
    fields.check();
    fields.require(
        Duration.between(from, to).compareTo(LONGEST) <= 0,
        "from",
        "must be at most " + LONGEST.toDays() + " days before to");
    fields.check();
  }

  private static Duration step(SampleSpan span, Duration whole) {
    long spans = whole.dividedBy(span.length()) + 1;
    return span.length().multipliedBy((spans + MOST_POINTS - 1) / MOST_POINTS);
  }

  private static Instant floor(Instant instant, Duration step) {
    long seconds = instant.getEpochSecond();
    return Instant.ofEpochSecond(seconds - seconds % step.toSeconds());
  }

  private static Predicate<Sample> asked(OverviewQuery query) {
    return sample ->
        query.queue().map(sample.key().queue()::equals).orElse(true)
            && query.kind().map(sample.key().kind()::equals).orElse(true);
  }
}
