package org.stoa.work.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.live.LiveEvent;
import org.stoa.live.LiveTopics;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.work.JobView;
import org.stoa.work.domain.OwnedView;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.WorkStoreException;

/**
 * Announces on the topics {@code job:{id}} and {@code jobs} how jobs look after a change was
 * committed. One loop reads and publishes; changes of the same job that come meanwhile become one.
 */
@ApplicationScoped
public class JobAnnouncer {

  private static final Logger LOG = System.getLogger(JobAnnouncer.class.getName());
  private static final int AT_ONCE = 500;

  private final Set<Long> changed = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean announcing = new AtomicBoolean();

  @Resource(lookup = "concurrent/stoaExecutor")
  private ManagedExecutorService executor;

  @Inject private JobReads reads;
  @Inject private LiveTopics topics;

  /** Jobs look different; the change is committed. */
  public void changed(Collection<Long> ids) {
    if (changed.addAll(ids)) {
      announceSoon();
    }
  }

  private void announceSoon() {
    if (announcing.compareAndSet(false, true)) {
      executor.execute(this::announce);
    }
  }

  private void announce() {
    try {
      for (List<Long> some = take(); !some.isEmpty(); some = take()) {
        publish(reads.views(some));
      }
    } catch (WorkStoreException e) {
      LOG.log(Level.WARNING, "Changes of jobs are not announced: {0}", e.toString());
    } finally {
      announcing.set(false);
    }
    if (!changed.isEmpty()) {
      announceSoon();
    }
  }

  private List<Long> take() {
    List<Long> taken = changed.stream().limit(AT_ONCE).toList();
    taken.forEach(changed::remove);
    return taken;
  }

  private void publish(List<OwnedView> jobs) {
    Map<UUID, List<OwnedView>> byOrganisation =
        jobs.stream().collect(Collectors.groupingBy(OwnedView::organisation));
    byOrganisation.forEach(
        (organisation, owned) ->
            CallContext.runAs(
                Actor.system(organisation),
                () -> topics.publishAll(owned.stream().flatMap(JobAnnouncer::events).toList())));
  }

  private static Stream<LiveEvent> events(OwnedView owned) {
    JobView job = owned.view();
    return Stream.of(new LiveEvent("job:" + job.id(), job), new LiveEvent("jobs", job));
  }
}
