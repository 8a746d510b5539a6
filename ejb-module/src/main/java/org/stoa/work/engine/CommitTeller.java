package org.stoa.work.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import org.stoa.work.domain.ReadyJob;
import org.stoa.work.messaging.WakeUpSender;

/**
 * Tells what was committed: wakes a worker here or on another node, lets jobs go on, stops
 * cancelled jobs of this node, announces changes. It does so on threads of the container, because
 * the one that commits is still bound to its transaction. What cannot be told is found by the next
 * sweep.
 */
@ApplicationScoped
public class CommitTeller {

  private static final Logger LOG = System.getLogger(CommitTeller.class.getName());

  @Resource(lookup = "concurrent/stoaExecutor")
  private ManagedExecutorService executor;

  @Inject private Drains drains;
  @Inject private Releaser releaser;
  @Inject private WakeUpSender wakeUps;
  @Inject private JobAnnouncer announcer;
  @Inject private RunningJobs running;

  void tell(CommitNotes notes) {
    running.cancel(notes.toStop());
    try {
      notes.ready().forEach(this::wake);
      releaser.freed(notes.held());
      releaser.ended(notes.ended());
      announcer.changed(notes.changed());
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "Too busy to tell; the next sweep finds it: {0}", e.toString());
    }
  }

  /** Another node is called only when all workers here are busy. */
  private void wake(ReadyJob job) {
    if (!drains.wake(job)) {
      wakeUps.send(job, executor);
    }
  }
}
