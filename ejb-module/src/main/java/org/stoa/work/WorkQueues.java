package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.StaleVersionProblem;
import org.stoa.work.domain.Control;
import org.stoa.work.domain.ControlScope;
import org.stoa.work.engine.CurrentControls;
import org.stoa.work.store.ControlStore;
import org.stoa.work.store.QueueReads;

/**
 * Queues and kinds of jobs, for those who operate the installation: what waits and runs, pauses,
 * limits, and how much of the work an organisation may have. What is decided holds on every node
 * within about a second.
 */
@Stateless
public class WorkQueues {

  private static final int MOST_RUNNING = 100_000;
  private static final int MOST_WEIGHT = 1_000;
  private static final int LONGEST_NAME = 200;

  private QueueReads reads;
  private ControlStore store;
  private CurrentControls current;
  private AuditTrail audit;
  private Clock clock;

  /** For the container's proxies only. */
  protected WorkQueues() {}

  /** With the store. */
  @Inject
  public WorkQueues(
      QueueReads reads,
      ControlStore store,
      CurrentControls current,
      AuditTrail audit,
      Clock clock) {
    this.reads = reads;
    this.store = store;
    this.current = current;
    this.audit = audit;
    this.clock = clock;
  }

  /** Every queue on which a job waits or runs, or about which something was decided. */
  @Allowed(WorkPermissions.OPERATE)
  public List<QueueView> queues() {
    return reads.all(ControlScope.QUEUE);
  }

  /** The same for kinds of jobs. */
  @Allowed(WorkPermissions.OPERATE)
  public List<QueueView> kinds() {
    return reads.all(ControlScope.KIND);
  }

  /** One queue; nothing waits on one that nobody has used yet. */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView queue(String name) {
    return found(ControlScope.QUEUE, name);
  }

  /** One kind. */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView kind(String name) {
    return found(ControlScope.KIND, name);
  }

  /** Lets no more jobs of a queue begin; those that run go on. Paused already, it stays so. */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView pauseQueue(String name) {
    return pause(ControlScope.QUEUE, name);
  }

  /** Lets no more jobs of a kind begin. */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView pauseKind(String name) {
    return pause(ControlScope.KIND, name);
  }

  /** Lets jobs of a queue begin again. */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView resumeQueue(String name) {
    return resume(ControlScope.QUEUE, name);
  }

  /** Lets jobs of a kind begin again. */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView resumeKind(String name) {
    return resume(ControlScope.KIND, name);
  }

  /**
   * Says how many jobs of a queue run at once, on all nodes together.
   *
   * @param version what was read
   * @throws StaleVersionProblem when somebody decided meanwhile
   */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView limitQueue(String name, long version, LimitWork limit) {
    if (limit.startsPerSecond() != null) {
      throw new InvalidProblem("startsPerSecond", "belongs to kinds of jobs, not to queues");
    }
    return limit(ControlScope.QUEUE, name, version, limit);
  }

  /** Says how many jobs of a kind run at once, and how many start in any second. */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView limitKind(String name, long version, LimitWork limit) {
    return limit(ControlScope.KIND, name, version, limit);
  }

  /**
   * Says how much of the work an organisation may have beside the others.
   *
   * @param weight 1 to 1000; twice as much gets twice as many turns while both wait
   */
  @Allowed(WorkPermissions.OPERATE)
  public void weigh(UUID organisation, int weight) {
    if (weight < 1 || weight > MOST_WEIGHT) {
      throw new InvalidProblem("weight", "must be from 1 to " + MOST_WEIGHT);
    }
    store.saveWeight(organisation, weight);
    audit.record(AuditEntry.changed("work-share", organisation, null, weight));
  }

  private QueueView pause(ControlScope scope, String name) {
    Control control = store.find(scope, name);
    if (control.isPaused()) {
      return found(scope, name);
    }
    Control paused =
        new Control(
            scope,
            name,
            clock.instant(),
            CallContext.requiredActor().name(),
            control.running(),
            control.startsPerSecond(),
            control.version());
    return save(control, paused, "paused");
  }

  private QueueView resume(ControlScope scope, String name) {
    Control control = store.find(scope, name);
    if (!control.isPaused()) {
      return found(scope, name);
    }
    Control resumed =
        new Control(
            scope,
            name,
            null,
            null,
            control.running(),
            control.startsPerSecond(),
            control.version());
    return save(control, resumed, "resumed");
  }

  private QueueView limit(ControlScope scope, String name, long version, LimitWork limit) {
    requireRange("running", limit.running(), 0);
    requireRange("startsPerSecond", limit.startsPerSecond(), 1);
    Control control = store.find(scope, name);
    if (control.version() != version) {
      throw new StaleVersionProblem(Long.toString(version), Long.toString(control.version()));
    }
    Control limited =
        new Control(
            scope,
            name,
            control.pausedAt(),
            control.pausedBy(),
            limit.running(),
            limit.startsPerSecond(),
            version);
    return save(control, limited, "limited");
  }

  private static void requireRange(String member, Integer value, int least) {
    if (value != null && (value < least || value > MOST_RUNNING)) {
      throw new InvalidProblem(member, "must be from " + least + " to " + MOST_RUNNING);
    }
  }

  private QueueView save(Control before, Control after, String act) {
    if (after.name().isBlank() || after.name().length() > LONGEST_NAME) {
      throw new InvalidProblem("name", "has 1 to " + LONGEST_NAME + " characters");
    }
    if (!store.save(after)) {
      throw new StaleVersionProblem(Long.toString(before.version()), "newer");
    }
    String type = "work-" + after.scope().name().toLowerCase(Locale.ROOT);
    audit.record(new AuditEntry(type + "." + act, type, after.name(), before, after));
    current.refresh();
    return found(after.scope(), after.name());
  }

  private QueueView found(ControlScope scope, String name) {
    return reads.one(scope, name);
  }
}
