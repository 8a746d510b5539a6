package org.stoa.work.store;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.stoa.work.domain.Allowance;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.ReadyLanes;
import org.stoa.work.domain.Wish;

/** Claims as a node does that knows nothing yet and looks first. */
public final class FreshClaims {

  private final ReadyReads reads;
  private final Claims claims;

  /** Over a database. */
  public FreshClaims(Jdbc jdbc) {
    reads = new ReadyReads(jdbc);
    claims = new Claims(jdbc);
  }

  /** Claims what waits on the queue. */
  public List<ClaimedJob> claim(String queue, Set<String> kinds, int most, UUID node, Instant now) {
    ReadyLanes lanes = new ReadyLanes();
    lanes.found(
        reads.heads().stream().filter(head -> head.lane().queue().equals(queue)).toList(),
        lanes.beginLook());
    List<Wish> wishes = lanes.plan(most, Allowance.unlimited(kinds), organisation -> 1);
    return wishes.isEmpty() ? List.of() : claims.claim(queue, wishes, node, now);
  }
}
