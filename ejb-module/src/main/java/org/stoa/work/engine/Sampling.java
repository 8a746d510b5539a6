package org.stoa.work.engine;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stoa.live.LiveTopics;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.work.domain.SampleSpan;
import org.stoa.work.store.SampleReads;

/** What the timer asks for: a sample, and that pages which show samples learn of it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sampling {

  static final String TOPIC = "work";

  private Sampler sampler;
  private SampleReads reads;
  private LiveTopics topics;
  private WorkMetrics metrics;

  /** For the container's proxies only. */
  protected Sampling() {}

  /** With the one who takes them, and those who listen. */
  @Inject
  public Sampling(Sampler sampler, SampleReads reads, LiveTopics topics, WorkMetrics metrics) {
    this.sampler = sampler;
    this.reads = reads;
    this.topics = topics;
    this.metrics = metrics;
  }

  /** Takes the sample of now if no other node did, and tells of it. */
  public void sample() {
    sampler.take().ifPresent(this::tell);
  }

  /** Sums up what is over, and forgets what is old. */
  public void sumUp() {
    sampler.sumUp();
  }

  /** Shows what is new to those who collect metrics. */
  public void showMetrics() {
    metrics.refresh();
  }

  private void tell(Instant at) {
    CallContext.runAs(Actor.installation(), () -> tellThoseWhoListen(at));
  }

  private void tellThoseWhoListen(Instant at) {
    if (topics.wanted(Set.of(TOPIC)).isEmpty()) {
      return;
    }
    Map<String, String> event = Map.of("at", at.toString());
    for (UUID organisation : reads.organisations(SampleSpan.FINE, at)) {
      CallContext.runAs(Actor.system(organisation), () -> topics.publish(TOPIC, event));
    }
  }
}
