package org.stoa.work.store;

import jakarta.inject.Inject;
import java.util.List;
import org.stoa.work.domain.ReadyJob;

/** Looks through all queues for ready jobs. */
public class ReadyReads {

  /** Hops from lane to lane along the index instead of reading every ready row. */
  private static final String HEADS =
      """
      WITH RECURSIVE hop AS (
        (SELECT queue, org_id, priority, kind, id FROM work_job
         WHERE state = 'QUEUED' AND hold IS NULL
         ORDER BY queue, org_id, priority, kind, id LIMIT 1)
        UNION ALL
        SELECT next.* FROM hop CROSS JOIN LATERAL (
          SELECT job.queue, job.org_id, job.priority, job.kind, job.id FROM work_job job
          WHERE job.state = 'QUEUED' AND job.hold IS NULL
            AND (job.queue, job.org_id, job.priority, job.kind)
              > (hop.queue, hop.org_id, hop.priority, hop.kind)
          ORDER BY job.queue, job.org_id, job.priority, job.kind, job.id LIMIT 1) next)
      SELECT * FROM hop
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public ReadyReads(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Every lane in which a ready job waits, with the first of them. */
  public List<ReadyJob> heads() {
    return jdbc.query(HEADS, row -> new ReadyJob(Rows.lane(row), row.getLong("id")));
  }
}
