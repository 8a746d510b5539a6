package org.stoa.work.domain;

import java.time.Instant;
import java.util.Comparator;
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
    boolean cancelRequested) {

  /** The order in which jobs of a queue start. */
  public static final Comparator<ClaimedJob> ORDER =
      Comparator.comparing(ClaimedJob::priority).reversed().thenComparing(ClaimedJob::id);

  /** The job. */
  public long id() {
    return lease.job();
  }

  /** In whose name its handler runs: the submitter's, with all rights in the organisation. */
  public Actor actor() {
    return new Actor(submittedBy, organisation, submittedName, Actor.Kind.SYSTEM, Set.of("*"));
  }
}
