package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoa.work.domain.Control;
import org.stoa.work.domain.Controls;
import org.stoa.work.domain.Limits;
import org.stoa.work.domain.QueueShare;
import org.stoa.work.store.ControlStore;

/**
 * What people decided, and what handlers say of their kinds, as this node goes by it. A decision of
 * another node is known here with the next refresh.
 */
@ApplicationScoped
public class CurrentControls {

  private ControlStore store;
  private HandlerRegistry registry;

  private volatile Controls controls = Controls.NONE;

  /** For the container's proxies only. */
  protected CurrentControls() {}

  /** With the store, and what handlers say. */
  @Inject
  public CurrentControls(ControlStore store, HandlerRegistry registry) {
    this.store = store;
    this.registry = registry;
  }

  /** Reads all decisions again. */
  public void refresh() {
    controls = store.read();
  }

  /** What was decided about a queue. */
  Control queue(String name) {
    return controls.queue(name);
  }

  /** What was decided about a kind. */
  Control kind(String name) {
    return controls.kind(name);
  }

  /** Whether a handler here does jobs of the kind. */
  boolean isKnown(String kind) {
    return registry.kinds().contains(kind);
  }

  /** How much of the workers the queues may have about which that was decided. */
  Map<String, QueueShare> shares() {
    return controls.shares();
  }

  /** Those of the kinds that may begin on the queue, as far as pauses go. */
  Set<String> unpaused(String queue, Set<String> kinds) {
    Controls now = controls;
    if (now.queue(queue).isPaused()) {
      return Set.of();
    }
    return kinds.stream()
        .filter(kind -> isKnown(kind) && !now.kind(kind).isPaused())
        .collect(Collectors.toSet());
  }

  /** What limits these kinds on the queue. */
  Limits limits(String queue, Set<String> kinds) {
    Controls now = controls;
    Map<String, Integer> running = new HashMap<>();
    Map<String, Integer> starts = new HashMap<>();
    for (String kind : kinds) {
      Control control = now.kind(kind);
      KindOfJob policy = registry.kind(kind);
      put(running, kind, control.limits().running(), policy.policy().running());
      put(starts, kind, control.limits().startsPerSecond(), policy.policy().startsPerSecond());
    }
    return new Limits(now.queue(queue).limits().running(), running, starts);
  }

  private static void put(Map<String, Integer> limits, String kind, Integer told, int usual) {
    if (told != null) {
      limits.put(kind, told);
    } else if (usual > 0) {
      limits.put(kind, usual);
    }
  }

  /** Whether the end of a job may let another one begin that a limit held back. */
  boolean isLimited(String queue, String kind) {
    return isKnown(kind) && !limits(queue, Set.of(kind)).isNone();
  }

  /** How many jobs of a kind with the same limit key run at once. */
  int perLimitKey(String kind) {
    return isKnown(kind) ? registry.kind(kind).policy().perLimitKey() : 1;
  }

  /** How many it is for each kind. */
  Map<String, Integer> perLimitKey() {
    return registry.kinds().stream().collect(Collectors.toMap(kind -> kind, this::perLimitKey));
  }

  /** How much an organisation may have beside the others. */
  int weight(UUID organisation) {
    return controls.weight(organisation);
  }
}
