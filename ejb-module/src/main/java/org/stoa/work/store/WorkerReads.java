package org.stoa.work.store;

import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.shared.JsonText;
import org.stoa.work.WorkerJob;
import org.stoa.work.WorkerThreads;
import org.stoa.work.WorkerView;

/** Reads which nodes there are, and what they hold. */
public class WorkerReads {

  private static final int MOST_JOBS = 100;

  private static final String NODES =
      """
      SELECT id, name, started_at, heartbeat_at, lease_until > clock_timestamp() alive,
        draining_at, draining_by, told
      FROM work_node ORDER BY name, started_at DESC
      """;

  private static final String HELD =
      """
      SELECT lease_owner, count(*) jobs FROM work_job WHERE state = 'RUNNING' GROUP BY lease_owner
      """;

  private static final String RUNNING =
      """
      SELECT id, kind, queue, attempt, started_at, lease_owner FROM (
        SELECT *, row_number() OVER (PARTITION BY lease_owner ORDER BY id) place
        FROM work_job WHERE state = 'RUNNING' AND org_id = ?) job
      WHERE place <= ? ORDER BY id
      """;

  private final Jdbc jdbc;

  private record Held(UUID node, WorkerJob job) {}

  /** Over the application's database. */
  @Inject
  public WorkerReads(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** All nodes that are known, with the jobs of the organisation. */
  public List<WorkerView> list(UUID organisation) {
    Map<UUID, Long> counts = new HashMap<>();
    jdbc.query(HELD, row -> counts.put(Columns.uuid(row, "lease_owner"), row.getLong("jobs")));
    Map<UUID, List<WorkerJob>> jobs =
        jdbc.query(RUNNING, WorkerReads::held, organisation, MOST_JOBS).stream()
            .collect(
                Collectors.groupingBy(
                    Held::node, Collectors.mapping(Held::job, Collectors.toList())));
    return jdbc.query(NODES, row -> node(row, counts, jobs));
  }

  private static WorkerView node(
      ResultSet row, Map<UUID, Long> counts, Map<UUID, List<WorkerJob>> jobs) throws SQLException {
    UUID id = Columns.uuid(row, "id");
    return new WorkerView(
        id,
        row.getString("name"),
        Columns.instant(row, "started_at"),
        Columns.instant(row, "heartbeat_at"),
        row.getBoolean("alive"),
        Columns.instant(row, "draining_at"),
        row.getString("draining_by"),
        threads(row.getString("told")),
        counts.getOrDefault(id, 0L),
        jobs.getOrDefault(id, List.of()));
  }

  private static List<WorkerThreads> threads(String told) {
    return told == null
        ? List.of()
        : Stream.of(JsonText.read(told, WorkerThreads[].class))
            .sorted(Comparator.comparing(WorkerThreads::queue))
            .toList();
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        Columns.uuid(row, "lease_owner"),
        new WorkerJob(
            row.getLong("id"),
            row.getString("kind"),
            row.getString("queue"),
            row.getInt("attempt"),
            Columns.instant(row, "started_at")));
  }
}
