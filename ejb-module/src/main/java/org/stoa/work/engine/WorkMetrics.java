package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.stoa.work.domain.DepthNow;
import org.stoa.work.domain.Ended;
import org.stoa.work.domain.Histogram;
import org.stoa.work.domain.Sample;
import org.stoa.work.domain.SampleInstant;
import org.stoa.work.domain.SampleSpan;
import org.stoa.work.domain.Submitted;
import org.stoa.work.store.Nodes;
import org.stoa.work.store.SampleReads;

/**
 * The work as metrics, for Prometheus and the like: of the whole installation, and without its
 * organisations. What ended is added up from samples since this node began, so each node tells the
 * same; only what runs here is its own.
 */
@ApplicationScoped
public class WorkMetrics {

  private static final String PREFIX = "stoa_work_";

  /** Doublings of a millisecond: 1 ms, 4 ms, … 70 minutes. */
  private static final int MOST_DOUBLINGS = 22;

  private final Map<MetricID, Double> values = new ConcurrentHashMap<>();

  private MetricRegistry registry;
  private SampleReads reads;
  private Nodes nodes;
  private RunningJobs running;
  private Clock clock;
  private Instant upTo;
  private final Submitted<QueueAndKind> submitted = new Submitted<>();

  private record QueueAndKind(String queue, String kind) {}

  /** For the container's proxies only. */
  protected WorkMetrics() {}

  /** With where they are shown and where they come from. */
  @Inject
  public WorkMetrics(
      MetricRegistry registry, SampleReads reads, Nodes nodes, RunningJobs running, Clock clock) {
    this.registry = registry;
    this.reads = reads;
    this.nodes = nodes;
    this.running = running;
    this.clock = clock;
  }

  /** Adds what was sampled since the last time, and shows what waits and runs. */
  public synchronized void refresh() {
    Instant now = clock.instant();
    if (upTo == null) {
      upTo = now;
    }
    addEnded(now);
    showDepths(now);
    set("nodes", nodes.alive());
    set("node_running", running.all().size());
  }

  private void addEnded(Instant now) {
    List<SampleInstant> instants = reads.instants(SampleSpan.FINE, upTo, now);
    add("leases_lost", 0);
    if (instants.isEmpty()) {
      return;
    }
    Instant end = instants.get(instants.size() - 1).at().plus(SampleSpan.FINE.length());
    Map<Instant, List<Sample>> samples =
        reads.ofAll(SampleSpan.FINE, upTo, end).stream().collect(Collectors.groupingBy(Sample::at));
    for (SampleInstant instant : instants) {
      List<Sample> taken = samples.getOrDefault(instant.at(), List.of());
      submitted.add(
          instant.isDeep(), taken.stream().map(WorkMetrics::known).toList(), this::addSubmitted);
      taken.forEach(this::add);
    }
    add("leases_lost", reads.lost(upTo, end));
    upTo = end;
  }

  private static Submitted.Known<QueueAndKind> known(Sample sample) {
    Sample.Depth depth = sample.depth();
    long there = Math.round(depth.waiting() + depth.delayed() + depth.running());
    QueueAndKind key = new QueueAndKind(sample.key().queue(), sample.key().kind());
    return new Submitted.Known<>(key, there, sample.ended().count());
  }

  private void addSubmitted(QueueAndKind of, long jobs) {
    add("jobs_submitted", jobs, new Tag("queue", of.queue()), new Tag("kind", of.kind()));
  }

  private void add(Sample sample) {
    Tag queue = new Tag("queue", sample.key().queue());
    Tag kind = new Tag("kind", sample.key().kind());
    Ended ended = sample.ended();
    add("jobs_finished", ended.succeeded(), queue, kind, new Tag("outcome", "succeeded"));
    add("jobs_finished", ended.failed(), queue, kind, new Tag("outcome", "failed"));
    add("jobs_finished", ended.cancelled(), queue, kind, new Tag("outcome", "cancelled"));
    add("job_wait_seconds", ended.waits(), queue, kind);
    add("job_run_seconds", ended.runs(), queue, kind);
  }

  private void add(String name, long count, Tag... tags) {
    registry.counter(PREFIX + name, tags).inc(count);
  }

  /** As a histogram of Prometheus: what took at most {@code le} seconds. */
  private void add(String name, Histogram histogram, Tag queue, Tag kind) {
    for (int doublings = 0; doublings <= MOST_DOUBLINGS; doublings += 2) {
      Tag bound = new Tag("le", Double.toString((1L << doublings) / 1000.0));
      raise(name + "_bucket", histogram.below(4 * doublings), queue, kind, bound);
    }
    raise(name + "_bucket", histogram.count(), queue, kind, new Tag("le", "+Inf"));
    raise(name + "_count", histogram.count(), queue, kind);
  }

  private void showDepths(Instant now) {
    Map<MetricID, Double> shown = new HashMap<>();
    for (DepthNow depth : reads.depths()) {
      Tag[] tags = {new Tag("queue", depth.queue()), new Tag("kind", depth.kind())};
      shown.put(id("jobs_waiting", tags), depth.depth().waiting());
      shown.put(id("jobs_delayed", tags), depth.depth().delayed());
      shown.put(id("jobs_running", tags), depth.depth().running());
      shown.put(id("oldest_waiting_seconds", tags), age(depth.oldestAt(), now));
    }
    values.replaceAll((id, value) -> isDepth(id) ? 0.0 : value);
    shown.forEach(this::set);
  }

  private static double age(Instant since, Instant now) {
    return since == null ? 0 : Duration.between(since, now).toMillis() / 1000.0;
  }

  private static boolean isDepth(MetricID id) {
    return id.getName().startsWith(PREFIX + "jobs_") || id.getName().startsWith(PREFIX + "oldest_");
  }

  private void raise(String name, long count, Tag... tags) {
    MetricID id = id(name, tags);
    set(id, values.getOrDefault(id, 0.0) + (double) count);
  }

  private void set(String name, long value) {
    set(id(name), (double) value);
  }

  private void set(MetricID id, double value) {
    if (values.put(id, value) == null) {
      registry.gauge(id.getName(), () -> values.get(id), id.getTagsAsArray());
    }
  }

  private static MetricID id(String name, Tag... tags) {
    return new MetricID(PREFIX + name, tags);
  }
}
