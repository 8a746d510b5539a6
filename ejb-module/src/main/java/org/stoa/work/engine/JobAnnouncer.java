package org.stoa.work.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;

/**
 * Announces on the topics {@code job:{id}} and {@code jobs} how jobs look after a change was
 * committed: a lone change at once, many together (see {@link ChangeRounds}), and only to those who
 * listen (see {@link ChangeTelling}).
 */
@ApplicationScoped
public class JobAnnouncer {

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService scheduler;

  private ChangeRounds rounds;

  /** For the container's proxies only. */
  protected JobAnnouncer() {}

  /** With the one who tells. */
  @Inject
  public JobAnnouncer(ChangeTelling telling, Clock clock) {
    rounds = new ChangeRounds(telling::tell, this::later, clock);
  }

  /** Jobs look different; the change is committed. */
  public void changed(Collection<Long> ids) {
    rounds.add(ids);
  }

  private void later(Runnable round, Duration wait) {
    var unused = scheduler.schedule(round, wait.toMillis(), TimeUnit.MILLISECONDS);
  }
}
