package org.stoa.work.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoa.shared.Actor;

/**
 * A job that a node holds under a lease.
 *
 * @param lease the right to end it
 * @param organisation whose it is
 * @param kind what it does
 * @param queue where it waited
 * @param priority the higher, the earlier
 * @param payload the JSON for its handler
 * @param tally what it has been through, this attempt included
 * @param startedAt when this attempt was claimed
 * @param submittedBy the id of who submitted it
 * @param submittedName the name of who submitted it
 * @param cancelRequested whether somebody asked to cancel it
 * @param limitKey those of the kind that share it run only so many at once; or null
 * @param expiresAt it must not begin later; or null
 * @param batch the batch that it belongs to, or null
 */
public record ClaimedJob(
    Lease lease,
    UUID organisation,
    String kind,
    String queue,
    int priority,
    String payload,
    Tally tally,
    Instant startedAt,
    UUID submittedBy,
    String submittedName,
    boolean cancelRequested,
    String limitKey,
    Instant expiresAt,
    UUID batch) {

  /** The order in which jobs of a queue start. */
  public static final Comparator<ClaimedJob> ORDER =
      Comparator.comparing(ClaimedJob::priority).reversed().thenComparing(ClaimedJob::id);

  /** The job. */
  public long id() {
    return lease.job();
  }

  /** Where it waited, and would wait again. */
  public ReadyJob ready() {
    return new ReadyJob(new Lane(queue, organisation, priority, kind), id());
  }

  /** What it occupies a slot of; empty when it has no limit key. */
  public Optional<LimitKey> limit() {
    return Optional.ofNullable(limitKey).map(key -> new LimitKey(organisation, kind, key));
  }

  /** What is to be known about it once it has ended. */
  public EndedJob ended() {
    return new EndedJob(id(), limit().orElse(null), batch);
  }

  /** Whether it waited too long to begin at this time. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** In whose name its handler runs: the submitter's, with all rights in the organisation. */
  public Actor actor() {
    return new Actor(submittedBy, organisation, submittedName, Actor.Kind.SYSTEM, Set.of("*"));
  }
}
