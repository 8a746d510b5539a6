package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.UUID;
import org.stoa.live.LiveTopics;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.work.store.Nodes;

/**
 * Notices that a node has lost its lease. It may have died between a commit and the word about it,
 * so everyone who listens is told to reload; by each node that notices, which does no harm.
 */
@ApplicationScoped
public class GoneNodes {

  private static final Logger LOG = System.getLogger(GoneNodes.class.getName());

  private Set<UUID> known = Set.of();

  private Nodes nodes;
  private LiveTopics topics;

  /** For the container's proxies only. */
  protected GoneNodes() {}

  /** With the leases, and those who listen. */
  @Inject
  public GoneNodes(Nodes nodes, LiveTopics topics) {
    this.nodes = nodes;
    this.topics = topics;
  }

  /** Looks which nodes are gone that were not at the last look. */
  public synchronized void look() {
    Set<UUID> gone = nodes.gone();
    if (!known.containsAll(gone)) {
      LOG.log(Level.INFO, "A node is gone: pages are told to reload.");
      CallContext.runAs(Actor.installation(), topics::reloadAll);
    }
    known = gone;
  }
}
