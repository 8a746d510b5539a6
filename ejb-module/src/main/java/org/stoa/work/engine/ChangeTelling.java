package org.stoa.work.engine;

import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.stoa.live.LiveEvent;
import org.stoa.live.LiveTopics;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.work.JobView;
import org.stoa.work.domain.OwnedView;
import org.stoa.work.store.JobReads;

/**
 * Tells on the topics {@code job:{id}} and {@code jobs} how jobs look now, as far as somebody wants
 * to know. When many changed at once, the list is told to reload instead of each of them.
 */
public class ChangeTelling {

  /** From here on the list is told to reload. */
  static final int MANY = 100;

  private static final Logger LOG = System.getLogger(ChangeTelling.class.getName());
  private static final String LIST = "jobs";
  private static final int AT_ONCE = 1_000;

  private final JobReads reads;
  private final LiveTopics topics;

  /** With the jobs, and those who listen. */
  @Inject
  public ChangeTelling(JobReads reads, LiveTopics topics) {
    this.reads = reads;
    this.topics = topics;
  }

  /** Tells that jobs look different; the changes are committed. What cannot be read is reloaded. */
  void tell(Set<Long> changed) {
    try {
      CallContext.runAs(Actor.installation(), () -> tellWanted(changed));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Changes of jobs cannot be told, so pages are told to reload", e);
      CallContext.runAs(Actor.installation(), topics::reloadAll);
    }
  }

  private void tellWanted(Set<Long> changed) {
    boolean isListWanted = topics.wanted(Set.of(LIST)).contains(LIST);
    boolean isFlood = changed.size() > MANY;
    if (isListWanted && isFlood) {
      reloadLists(changed);
    }
    tellEach(changed, isListWanted && !isFlood);
  }

  private void reloadLists(Set<Long> changed) {
    slices(changed).stream()
        .flatMap(slice -> reads.organisations(slice).stream())
        .distinct()
        .forEach(organisation -> publish(organisation, List.of(LiveEvent.reload(LIST))));
  }

  private void tellEach(Set<Long> changed, boolean isListed) {
    Set<Long> wanted = wanted(changed);
    Map<UUID, List<LiveEvent>> events = new HashMap<>();
    for (OwnedView owned : views(isListed ? changed : wanted)) {
      events
          .computeIfAbsent(owned.organisation(), unused -> new ArrayList<>())
          .addAll(events(owned.view(), wanted, isListed));
    }
    events.forEach(this::publish);
  }

  private Set<Long> wanted(Collection<Long> ids) {
    Set<Long> wanted = new HashSet<>();
    for (List<Long> slice : slices(ids)) {
      Set<String> names = topics.wanted(slice.stream().map(ChangeTelling::topic).toList());
      slice.stream().filter(id -> names.contains(topic(id))).forEach(wanted::add);
    }
    return wanted;
  }

  private List<OwnedView> views(Collection<Long> ids) {
    return slices(ids).stream().flatMap(slice -> reads.views(slice).stream()).toList();
  }

  private static List<List<Long>> slices(Collection<Long> ids) {
    List<Long> all = ids.stream().sorted().toList();
    List<List<Long>> slices = new ArrayList<>();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      slices.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
    }
    return slices;
  }

  private static List<LiveEvent> events(JobView job, Set<Long> wanted, boolean isListed) {
    List<LiveEvent> events = new ArrayList<>();
    if (wanted.contains(job.id())) {
      events.add(new LiveEvent(topic(job.id()), job));
    }
    if (isListed) {
      events.add(new LiveEvent(LIST, job));
    }
    return events;
  }

  private static String topic(long id) {
    return "job:" + id;
  }

  private void publish(UUID organisation, List<LiveEvent> events) {
    CallContext.runAs(Actor.system(organisation), () -> topics.publishAll(events));
  }
}
