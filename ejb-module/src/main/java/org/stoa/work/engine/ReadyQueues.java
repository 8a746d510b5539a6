package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.stoa.work.domain.ReadyJob;
import org.stoa.work.domain.ReadyLanes;
import org.stoa.work.store.ReadyReads;

/** What this node knows of ready jobs, queue by queue. */
@ApplicationScoped
public class ReadyQueues {

  private final Map<String, ReadyLanes> queues = new ConcurrentHashMap<>();

  private ReadyReads reads;

  /** For the container's proxies only. */
  protected ReadyQueues() {}

  /** With the store. */
  @Inject
  public ReadyQueues(ReadyReads reads) {
    this.reads = reads;
  }

  /** The lanes of a queue. */
  ReadyLanes lanes(String queue) {
    return queues.computeIfAbsent(queue, name -> new ReadyLanes());
  }

  /** The queues in which a job may wait. */
  Set<String> waiting() {
    return queues.entrySet().stream()
        .filter(queue -> !queue.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Looks through all queues, and corrects what is known. */
  void look() {
    Map<String, Long> begun = new HashMap<>();
    queues.forEach((queue, lanes) -> begun.put(queue, lanes.beginLook()));
    Map<String, List<ReadyJob>> found =
        reads.heads().stream().collect(Collectors.groupingBy(head -> head.lane().queue()));
    found.forEach((queue, heads) -> lanes(queue).found(heads, begun.getOrDefault(queue, 0L)));
    begun.forEach(
        (queue, since) -> {
          if (!found.containsKey(queue)) {
            lanes(queue).found(List.of(), since);
          }
        });
  }
}
