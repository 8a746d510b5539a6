package org.stoa.work.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.work.ScheduleDefinition;

/**
 * A schedule as it is stored.
 *
 * @param id its id
 * @param organisation whose it is
 * @param definition what it does and when, with what was left out filled in
 * @param ofSystem whether the system defined it last, and no person or machine
 * @param progress how far it is
 * @param pausedAt since when it is paused, or null
 * @param pausedBy by whom, or null
 * @param createdAt when it was created
 * @param createdBy by whom
 * @param version grows with each change by a person
 */
public record StoredSchedule(
    UUID id,
    UUID organisation,
    ScheduleDefinition definition,
    boolean ofSystem,
    Progress progress,
    Instant pausedAt,
    String pausedBy,
    Instant createdAt,
    String createdBy,
    long version) {

  /**
   * How far a schedule is.
   *
   * @param next the first time that was not dealt with; null when there is none
   * @param last the last time that was dealt with; null when there is none
   * @param runs how often it ran
   */
  public record Progress(Instant next, Instant last, int runs) {

    /** Before the first time. */
    public static final Progress NONE = new Progress(null, null, 0);

    /** With another next time. */
    public Progress goingOnAt(Optional<Instant> other) {
      return new Progress(other.orElse(null), last, runs);
    }

    /**
     * The instant after which times are still to come: nothing runs twice though clocks go back.
     */
    public Instant from(Instant now) {
      return last == null || last.isBefore(now) ? now : last;
    }
  }

  /** In whose name its jobs are submitted. */
  public Actor actor() {
    Actor system = Actor.system(organisation);
    return new Actor(
        system.id(),
        organisation,
        "schedule " + definition.name(),
        system.kind(),
        system.permissions());
  }

  /** How often it may still run. */
  public int runsLeft() {
    Integer most = definition.rule().maxRuns();
    return most == null ? Integer.MAX_VALUE : Math.max(0, most - progress.runs());
  }

  /** Decides about its times, given those of its rule. */
  public Timing timing(Schedule times) {
    return new Timing(
        id,
        times,
        Duration.ofSeconds(definition.jitterSeconds()),
        definition.missed(),
        definition.missedLimit() == null ? 0 : definition.missedLimit());
  }

  /** When an alert is due for a job of a time that is dealt with now; null for never. */
  public Instant alertAt(Instant now) {
    Integer seconds = definition.alertAfterSeconds();
    return seconds == null ? null : now.plusSeconds(seconds);
  }

  /** With another definition, by whoever gave it. */
  public StoredSchedule defined(ScheduleDefinition other, boolean bySystem) {
    return new StoredSchedule(
        id,
        organisation,
        other,
        bySystem,
        progress,
        pausedAt,
        pausedBy,
        createdAt,
        createdBy,
        version);
  }

  /** Elsewhere on its way. */
  public StoredSchedule at(Progress other) {
    return new StoredSchedule(
        id,
        organisation,
        definition,
        ofSystem,
        other,
        pausedAt,
        pausedBy,
        createdAt,
        createdBy,
        version);
  }

  /** Paused, or going on when both are null. */
  public StoredSchedule paused(Instant since, String by) {
    return new StoredSchedule(
        id, organisation, definition, ofSystem, progress, since, by, createdAt, createdBy, version);
  }
}
