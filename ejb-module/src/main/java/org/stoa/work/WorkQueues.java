package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.Fields;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.StaleVersionProblem;
import org.stoa.work.domain.Control;
import org.stoa.work.engine.CurrentControls;
import org.stoa.work.store.ControlStore;
import org.stoa.work.store.QueueReads;

/**
 * Queues and kinds of jobs, for those who operate the installation: what waits and runs, pauses and
 * limits. What is decided holds on every node within about a second.
 */
@Stateless
public class WorkQueues {

  private static final int MOST_RUNNING = 100_000;
  private static final int MOST_WEIGHT = 1_000;
  private static final int MOST_RESERVED = 56;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_REASON = 200;

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

  /**
   * Every queue on which, or every kind of which, a job waits or runs, or about which something was
   * decided.
   */
  @Allowed(WorkPermissions.OPERATE)
  public List<QueueView> list(ControlScope scope) {
    return reads.all(scope);
  }

  /** One queue or kind; nothing waits on one that nobody has used yet. */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView find(ControlScope scope, String name) {
    return reads.one(scope, name);
  }

  /**
   * Lets no more jobs of a queue or a kind begin; those that run go on. Paused already, it stays as
   * it is.
   *
   * @throws InvalidProblem when the reason is too long
   */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView pause(ControlScope scope, String name, PauseWork pause) {
    Fields fields = new Fields();
    String reason = fields.optionalText("reason", pause.reason(), LONGEST_REASON);
    fields.check();
    Control control = store.find(scope, name);
    if (control.isPaused()) {
      return find(scope, name);
    }
    String by = CallContext.requiredActor().name();
    Control paused = control.paused(clock.instant(), by, reason.isEmpty() ? null : reason);
    return save(control, paused, "paused");
  }

  /** Lets jobs of a queue or a kind begin again. */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView resume(ControlScope scope, String name) {
    Control control = store.find(scope, name);
    return control.isPaused() ? save(control, control.resumed(), "resumed") : find(scope, name);
  }

  /**
   * Says how many jobs of a queue or a kind run at once, of a kind how many start in any second,
   * and of a queue how much of the workers it may have beside the others.
   *
   * @param version what was read
   * @throws InvalidProblem when a limit is out of its range, or has no meaning for a queue or a
   *     kind
   * @throws StaleVersionProblem when somebody decided meanwhile
   */
  @Allowed(WorkPermissions.OPERATE)
  public QueueView limit(ControlScope scope, String name, long version, LimitWork limit) {
    requireSense(scope, limit);
    requireRange("running", limit.running(), 0, MOST_RUNNING);
    requireRange("startsPerSecond", limit.startsPerSecond(), 1, MOST_RUNNING);
    requireRange("weight", limit.weight(), 1, MOST_WEIGHT);
    requireRange("reserved", limit.reserved(), 0, MOST_RESERVED);
    Control control = store.find(scope, name);
    if (control.version() != version) {
      throw new StaleVersionProblem(Long.toString(version), Long.toString(control.version()));
    }
    return save(control, control.limited(limit), "limited");
  }

  private static void requireSense(ControlScope scope, LimitWork limit) {
    if (scope == ControlScope.QUEUE && limit.startsPerSecond() != null) {
      throw new InvalidProblem("startsPerSecond", "belongs to kinds of jobs, not to queues");
    }
    if (scope == ControlScope.KIND && limit.weight() != null) {
      throw new InvalidProblem("weight", "belongs to queues, not to kinds of jobs");
    }
    if (scope == ControlScope.KIND && limit.reserved() != null) {
      throw new InvalidProblem("reserved", "belongs to queues, not to kinds of jobs");
    }
  }

  private static void requireRange(String member, Integer value, int least, int most) {
    if (value != null && (value < least || value > most)) {
      throw new InvalidProblem(member, "must be from " + least + " to " + most);
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
    return find(after.scope(), after.name());
  }
}
