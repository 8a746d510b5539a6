package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.LimitKey;

/**
 * Lifts what holds waiting jobs back: their due time, and the slots of their limit keys. Whatever
 * frees a job commits first; lifting follows by itself, so that nobody's transaction holds up
 * another. What a crash leaves undone in between, the next sweep does.
 */
public class Holds {

  private static final String PROMOTE_DUE =
      """
      WITH due AS (
        SELECT id FROM work_job WHERE hold = 'DUE' AND due_at <= ?
        ORDER BY due_at
        LIMIT ?
        FOR UPDATE SKIP LOCKED)
      UPDATE work_job job SET hold = CASE WHEN limit_key IS NOT NULL THEN 'KEY' END
      WHERE id = ANY (ARRAY (SELECT id FROM due))
      RETURNING %s
      """
          .formatted(Rows.FREED);

  /**
   * Gives free slots of a key to those that wait first. That two nodes give away the same slot is
   * forbidden by its index.
   */
  private static final String GIVE_SLOTS =
      """
      WITH place AS (
        SELECT number.slot, row_number() OVER (ORDER BY number.slot) AS place
        FROM generate_series(1, ?::integer) AS number (slot)
        WHERE NOT EXISTS (SELECT FROM work_job held
          WHERE held.org_id = ? AND held.kind = ? AND held.limit_key = ?
            AND held.slot = number.slot)),
      first AS (
        SELECT id, row_number() OVER (ORDER BY priority DESC, id) AS place FROM (
          SELECT id, priority FROM work_job
          WHERE hold = 'KEY' AND org_id = ? AND kind = ? AND limit_key = ?
          ORDER BY priority DESC, id
          LIMIT (SELECT count(*) FROM place)) waiting)
      UPDATE work_job job SET hold = NULL, slot = place.slot
      FROM first JOIN place USING (place)
      WHERE job.id = first.id AND job.hold = 'KEY'
      RETURNING %s
      """
          .formatted(Rows.FREED);

  /** Hops from key to key along the index. */
  private static final String KEYS_THAT_WAIT =
      """
      WITH RECURSIVE hop AS (
        (SELECT org_id, kind, limit_key FROM work_job WHERE hold = 'KEY'
         ORDER BY org_id, kind, limit_key LIMIT 1)
        UNION ALL
        SELECT next.* FROM hop CROSS JOIN LATERAL (
          SELECT job.org_id, job.kind, job.limit_key FROM work_job job
          WHERE job.hold = 'KEY'
            AND (job.org_id, job.kind, job.limit_key) > (hop.org_id, hop.kind, hop.limit_key)
          ORDER BY job.org_id, job.kind, job.limit_key LIMIT 1) next)
      SELECT hop.* FROM hop
      JOIN unnest(?::text[], ?::bigint[]) AS policy (kind, most) USING (kind)
      WHERE (SELECT count(*) FROM work_job held
        WHERE held.org_id = hop.org_id AND held.kind = hop.kind
          AND held.limit_key = hop.limit_key AND held.slot IS NOT NULL) < policy.most
      """;

  private static final int MANY = 1_000;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Holds(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Lets jobs go on whose time has come. */
  public List<Freed> promoteDue(Instant now) {
    return jdbc.query(PROMOTE_DUE, Rows::freed, now, MANY);
  }

  /**
   * Gives the free slots of a limit key away.
   *
   * @param most how many there are
   * @return the jobs that have one now, and so are ready
   * @throws WorkStoreException with {@link WorkStoreException#isTaken} when another node gave the
   *     same slot away at the same time; then nothing has changed
   */
  public List<Freed> giveSlots(LimitKey limit, int most) {
    return jdbc.query(
        GIVE_SLOTS,
        Rows::freed,
        most,
        limit.organisation(),
        limit.kind(),
        limit.key(),
        limit.organisation(),
        limit.kind(),
        limit.key());
  }

  /**
   * The limit keys of which a slot is free although a job waits for it.
   *
   * @param perKey how many slots the keys of a kind have
   */
  public List<LimitKey> keysWithFreeSlots(Map<String, Integer> perKey) {
    List<Map.Entry<String, Integer>> policies = List.copyOf(perKey.entrySet());
    return jdbc.query(
        KEYS_THAT_WAIT,
        row ->
            new LimitKey(
                Columns.uuid(row, "org_id"), row.getString("kind"), row.getString("limit_key")),
        each(policies, Map.Entry::getKey),
        each(policies, policy -> (long) policy.getValue()));
  }

  private static <T> List<T> each(
      Collection<Map.Entry<String, Integer>> policies,
      Function<Map.Entry<String, Integer>, T> member) {
    return policies.stream().map(member).toList();
  }
}
