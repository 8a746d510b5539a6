package org.stoa.work.engine;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.RejectedExecutionException;
import org.stoa.work.messaging.WakeUpSender;

/**
 * Tells what was committed: wakes the queues, stops cancelled jobs of this node, announces changes.
 * It does so on a thread of the container, because the one that commits is still bound to its
 * transaction and must not send messages. What cannot be told is found by the next sweep.
 */
@ApplicationScoped
public class CommitTeller {

  private static final Logger LOG = System.getLogger(CommitTeller.class.getName());

  @Resource(lookup = "concurrent/stoaExecutor")
  private ManagedExecutorService executor;

  @Inject private WakeUpSender wakeUps;
  @Inject private JobAnnouncer announcer;
  @Inject private RunningJobs running;

  void tell(CommitNotes notes) {
    running.cancel(notes.toStop());
    try {
      notes.queues().forEach(queue -> wakeUps.send(queue, executor));
      announcer.changed(notes.changed());
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "Too busy to tell; the next sweep finds it: {0}", e.toString());
    }
  }
}
