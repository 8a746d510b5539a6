package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The servers that work, each with its lease. Leases are measured by the clock of the database, the
 * one clock that all nodes share.
 */
public class Nodes {

  private static final String HEARTBEAT =
      """
      INSERT INTO work_node AS node (id, name, started_at, heartbeat_at, lease_until, told)
      VALUES (?, ?, ?, clock_timestamp(), clock_timestamp() + ? * interval '1 millisecond', ?::jsonb)
      ON CONFLICT (id) DO UPDATE
      SET heartbeat_at = excluded.heartbeat_at, lease_until = excluded.lease_until,
        told = excluded.told
      RETURNING node.draining_at IS NOT NULL AS draining
      """;

  private static final String DRAIN =
      "UPDATE work_node SET draining_at = ?, draining_by = ? WHERE id = ? AND draining_at IS NULL";

  private static final String UNDRAIN =
      """
      UPDATE work_node SET draining_at = NULL, draining_by = NULL
      WHERE id = ? AND draining_at IS NOT NULL
      """;

  private static final String END_EARLIER_RUNS =
      """
      UPDATE work_node SET lease_until = clock_timestamp()
      WHERE name = ? AND id <> ? AND lease_until > clock_timestamp()
      """;

  private static final String LEAVE =
      "UPDATE work_node SET lease_until = clock_timestamp() WHERE id = ?";

  private static final String GONE =
      "SELECT id FROM work_node WHERE lease_until <= clock_timestamp()";

  private static final String ALIVE =
      "SELECT count(*) alive FROM work_node WHERE lease_until > clock_timestamp()";

  private static final String FORGET =
      """
      DELETE FROM work_node node
      WHERE lease_until < clock_timestamp() - ? * interval '1 millisecond'
        AND NOT EXISTS (SELECT FROM work_job WHERE state = 'RUNNING' AND lease_owner = node.id)
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Nodes(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes or extends the lease of a node.
   *
   * @param told what the node says of its workers, as JSON
   * @return whether somebody wants the node to begin nothing more
   */
  public boolean heartbeat(UUID id, String name, Instant startedAt, Duration lease, String told) {
    return jdbc.first(
            HEARTBEAT,
            row -> row.getBoolean("draining"),
            id,
            name,
            startedAt,
            lease.toMillis(),
            told)
        .orElseThrow();
  }

  /**
   * Wants a node to begin nothing more; it hears of it with its next heartbeat.
   *
   * @return whether nobody wanted that before
   */
  public boolean drain(UUID id, Instant at, String by) {
    return jdbc.updated(DRAIN, at, by, id);
  }

  /**
   * Wants a node to begin jobs again.
   *
   * @return whether somebody wanted it to begin none
   */
  public boolean undrain(UUID id) {
    return jdbc.updated(UNDRAIN, id);
  }

  /**
   * Ends the leases of earlier runs of the same node: they cannot be alive, since this run is.
   *
   * @return how many still had one
   */
  public int endEarlierRuns(UUID id, String name) {
    return jdbc.update(END_EARLIER_RUNS, name, id);
  }

  /** Ends the lease of a node that stops. */
  public void leave(UUID id) {
    jdbc.update(LEAVE, id);
  }

  /** How many nodes have a lease. */
  public long alive() {
    return jdbc.first(ALIVE, row -> row.getLong("alive")).orElseThrow();
  }

  /** The nodes that have no lease any more, and are not forgotten yet. */
  public Set<UUID> gone() {
    return Set.copyOf(jdbc.query(GONE, row -> Columns.uuid(row, "id")));
  }

  /** Forgets nodes that were lost longer ago than this. */
  public void forgetLostFor(Duration age) {
    jdbc.update(FORGET, age.toMillis());
  }
}
