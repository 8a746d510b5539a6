package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.stoa.shared.Ids;
import org.stoa.shared.JsonText;
import org.stoa.work.store.Nodes;

/** This run of this server, as the other nodes see it. */
@ApplicationScoped
public class ThisNode {

  private static final Duration LOST_ARE_SHOWN = Duration.ofHours(1);

  private final UUID id = Ids.next();

  private Nodes nodes;
  private WorkSettings settings;
  private Instant startedAt;

  /** For the container's proxies only. */
  protected ThisNode() {}

  /** With the store. */
  @Inject
  public ThisNode(Nodes nodes, WorkSettings settings, Clock clock) {
    this.nodes = nodes;
    this.settings = settings;
    this.startedAt = clock.instant();
  }

  /** The id of this run; a restart has another. */
  public UUID id() {
    return id;
  }

  /** Takes the lease; earlier runs of this node lose theirs. */
  public void join() {
    extendLease(List.of());
    nodes.endEarlierRuns(id, settings.node());
    nodes.forgetLostFor(LOST_ARE_SHOWN);
  }

  /**
   * Keeps the lease.
   *
   * @param told how the queues are drained here, for people to see
   * @return whether somebody wants this node to begin nothing more
   */
  public boolean extendLease(List<DrainState> told) {
    return nodes.heartbeat(id, settings.node(), startedAt, settings.lease(), JsonText.of(told));
  }

  /** Gives the lease up. */
  public void leave() {
    nodes.leave(id);
  }
}
