package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.Ids;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.TickingClock;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.JobError;
import org.stoa.work.OverviewQuery;
import org.stoa.work.SubmitJob;
import org.stoa.work.WorkOverview;
import org.stoa.work.WorkOverviews;
import org.stoa.work.WorkPoint;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Ending;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.SampleSpan;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.FreshClaims;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.Nodes;
import org.stoa.work.store.SampleReads;
import org.stoa.work.store.SampleWrites;
import org.stoa.work.store.Submissions;

class SamplerTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration SPAN = SampleSpan.FINE.length();

  /** Each test has a day of its own, so that none finds instants that another has taken. */
  private static final AtomicInteger DAYS = new AtomicInteger();

  private final Instant noon =
      Instant.parse("2026-03-01T12:00:00Z").plus(Duration.ofDays(50L * DAYS.getAndIncrement()));

  private final TickingClock clock = new TickingClock(noon);
  private final Jdbc jdbc = new Jdbc(database.application());
  private final SampleReads reads = new SampleReads(jdbc);
  private final Sampler sampler = new Sampler(new SampleWrites(jdbc), reads, clock);
  private final WorkOverviews overviews = new WorkOverviews(reads, clock);
  private final Submissions submissions = new Submissions(jdbc, new Dependencies(jdbc));
  private final Endings endings = new Endings(jdbc);
  private final UUID node = Ids.next();
  private final String queue = "sampled-" + node;
  private final Actor ada = actor();

  @BeforeEach
  void join() {
    new Nodes(jdbc).heartbeat(node, "n", noon, Duration.ofMinutes(10), "[]");
  }

  @Test
  void oneNodeTakesEachInstant() {
    Sampler other = new Sampler(new SampleWrites(jdbc), reads, clock);

    assertThat(sampler.take()).contains(noon);
    assertThat(other.take()).isEmpty();
    clock.tick(SPAN);
    assertThat(other.take()).contains(noon.plus(SPAN));
  }

  @Test
  void countsWhatWaitsAndRunsAndWhatEnded() {
    submit(null);
    submit(noon.plus(Duration.ofHours(1)));
    ClaimedJob good = claim();
    submit(null);
    ClaimedJob bad = claim();
    submit(null);
    sampler.take();
    succeed(good, noon.plusMillis(100));
    fail(bad, noon.plusMillis(200));

    WorkPoint point = whenCounted().points().get(0);

    assertThat(point.at()).isEqualTo(noon);
    assertThat(point.measuredSeconds()).isEqualTo(10);
    assertThat(point.waiting()).isEqualTo(1);
    assertThat(point.delayed()).isEqualTo(1);
    assertThat(point.running()).isEqualTo(2);
    assertThat(point.succeeded()).isEqualTo(1);
    assertThat(point.failed()).isEqualTo(1);
    assertThat(point.cancelled()).isZero();
    assertThat(point.runs().count()).isEqualTo(2);
    assertThat(point.runs().p99()).isCloseTo(200, within(38.0));
    assertThat(point.waits().p99()).isLessThanOrEqualTo(1);
  }

  @Test
  void anOrganisationSeesItsOwnNumbersOnly() {
    submit(null);
    sampler.take();

    assertThat(whenCounted().points().get(0).waiting()).isEqualTo(1);
    assertThat(overview(actor(), noon).points().get(0).waiting()).isZero();
    assertThat(overview(actor(), noon).shares()).isEmpty();
  }

  @Test
  void tellsWhatWasNotMeasuredFromNothing() {
    sampler.take();
    clock.tick(SPAN.multipliedBy(3));
    sampler.take();

    List<WorkPoint> points = whenCounted().points();

    assertThat(points.get(0).succeeded()).isZero();
    assertThat(points.get(1).measuredSeconds()).isZero();
    assertThat(points.get(1).succeeded()).isNull();
    assertThat(points.get(3).succeeded()).isZero();
  }

  @Test
  void sumsUpOverALongerTime() {
    for (int i = 0; i < 30; i++) {
      submit(null);
      succeed(claim(), clock.instant().plusMillis(50));
      submit(null);
      sampler.take();
      clock.tick(SPAN);
    }
    clock.tick(Duration.ofMinutes(1));
    sampler.take();
    sampler.sumUp();
    sampler.sumUp();

    WorkOverview day = overview(ada, clock.instant().minus(Duration.ofDays(2)));
    List<WorkPoint> measured =
        day.points().stream().filter(point -> point.measuredSeconds() > 0).toList();

    assertThat(day.stepSeconds()).isEqualTo(600);
    assertThat(measured).hasSize(1);
    assertThat(measured.get(0).measuredSeconds()).isEqualTo(300);
    assertThat(measured.get(0).succeeded()).isEqualTo(30);
    assertThat(measured.get(0).waiting()).isEqualTo(15.5);
    assertThat(measured.get(0).runs().count()).isEqualTo(30);
  }

  @Test
  void showsOneQueueAndKindButSharesOfAll() {
    submit(null);
    submissions.add(job("other-" + node, null));
    sampler.take();
    whenCounted();

    WorkOverview one =
        as(
            ada,
            () ->
                overviews.overview(
                    new OverviewQuery(
                        Optional.of(noon),
                        Optional.empty(),
                        Optional.of(queue),
                        Optional.empty())));

    assertThat(one.points().get(0).waiting()).isEqualTo(1);
    assertThat(one.shares()).hasSize(2);
  }

  @Test
  void countsWhatWaitsLessOftenTheLongerThatTakes() {
    sampler.take();
    new SampleWrites(jdbc).depthIsKnown(SampleSpan.FINE, noon, Duration.ofMillis(150));
    clock.tick(SPAN);
    sampler.take();
    clock.tick(SPAN);
    sampler.take();

    List<WorkPoint> points = whenCounted().points();

    assertThat(points.get(0).waiting()).isZero();
    assertThat(points.get(1).succeeded()).isZero();
    assertThat(points.get(1).waiting()).isNull();
    assertThat(points.get(2).waiting()).isZero();
  }

  @Test
  void forgetsFineSamplesAfterADay() {
    sampler.take();
    clock.tick(Duration.ofDays(2));

    sampler.sumUp();

    assertThat(reads.instants(SampleSpan.FINE, noon, noon.plus(SPAN))).isEmpty();
  }

  @Test
  void refusesATimeThatIsNone() {
    assertThatThrownBy(() -> overview(ada, clock.instant()))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("from");
    assertThatThrownBy(() -> overview(ada, clock.instant().minus(Duration.ofDays(500))))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("400 days");
  }

  /** Once what ended is counted, and the sample with it complete. */
  private WorkOverview whenCounted() {
    clock.tick(SPAN.plus(Sampler.LATENESS));
    sampler.take();
    return overview(ada, noon);
  }

  private WorkOverview overview(Actor actor, Instant from) {
    return as(
        actor,
        () ->
            overviews.overview(
                new OverviewQuery(
                    Optional.of(from), Optional.empty(), Optional.empty(), Optional.empty())));
  }

  private static <T> T as(Actor actor, Callable<T> call) {
    try {
      return CallContext.callAs(actor, call);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Actor actor() {
    return new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of("*"));
  }

  private void submit(Instant dueAt) {
    submissions.add(job(queue, dueAt));
  }

  private NewJob job(String where, Instant dueAt) {
    SubmitJob command = new SubmitJob("test.sampled", "x").withDueAt(dueAt);
    return new NewJob(command, where, "{}", 1, clock.instant(), ada);
  }

  private ClaimedJob claim() {
    return new FreshClaims(jdbc)
        .claim(queue, Set.of("test.sampled"), 1, node, clock.instant())
        .get(0);
  }

  private void succeed(ClaimedJob job, Instant at) {
    endings.finish(job.lease(), Ending.succeeded(null, null, "n", at));
  }

  private void fail(ClaimedJob job, Instant at) {
    endings.finish(job.lease(), Ending.failed(JobError.unexpected("i"), null, "n", at));
  }
}
