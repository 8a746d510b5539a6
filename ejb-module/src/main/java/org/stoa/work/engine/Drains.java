package org.stoa.work.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;
import org.stoa.work.store.Claims;
import org.stoa.work.store.Endings;

/** The drains of this node, one per queue. */
@ApplicationScoped
public class Drains {

  /** How long a job may be held here without being begun. */
  private static final Duration LONGEST_HELD = Duration.ofSeconds(1);

  private final Map<String, QueueDrain> drains = new ConcurrentHashMap<>();

  @Resource(lookup = "concurrent/stoaExecutor")
  private ManagedExecutorService executor;

  @Inject private Claims claims;
  @Inject private Endings endings;
  @Inject private HandlerRegistry registry;
  @Inject private JobRunner runner;
  @Inject private ThisNode node;
  @Inject private WorkSettings settings;
  @Inject private Clock clock;

  /** Something may wait on the queue. */
  public void wake(String queue) {
    drains.computeIfAbsent(queue, this::drain).wake();
  }

  /** Gives back what this node claimed and could not begin soon, so that others can. */
  public void handBackWhatWaits() {
    drains.values().forEach(drain -> handBack(drain, LONGEST_HELD));
  }

  /** What this node holds without having begun. */
  List<Lease> unbegun() {
    return drains.values().stream().flatMap(drain -> drain.unbegun().stream()).toList();
  }

  /** Begins no more jobs, and gives back those that have not begun. */
  public void stop() {
    drains.values().forEach(QueueDrain::stop);
    drains.values().forEach(drain -> handBack(drain, Duration.ZERO));
  }

  private void handBack(QueueDrain drain, Duration age) {
    drain.takeUnbegunFor(age).forEach(job -> endings.handBackUnstarted(job.lease()));
  }

  private QueueDrain drain(String queue) {
    return new QueueDrain(
        queue,
        settings.concurrency(queue),
        size -> claim(queue, size),
        runner::run,
        executor,
        clock);
  }

  private List<ClaimedJob> claim(String queue, int size) {
    return claims.claim(queue, registry.kinds(), size, node.id(), clock.instant());
  }
}
