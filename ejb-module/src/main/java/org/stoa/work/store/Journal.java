package org.stoa.work.store;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.stoa.work.JobProgress;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Lease;
import org.stoa.work.domain.LogEntry;

/** Keeps what handlers tell while they run. */
public class Journal {

  private static final String PROGRESS =
      """
      UPDATE work_job SET progress_done = ?, progress_total = ?, progress_text = ?
      WHERE id = ? AND lease_owner = ? AND lease_token = ?
      """;

  private static final String LOG =
      """
      INSERT INTO work_log (job_id, attempt, org_id, at, text)
      SELECT ?, ?, ?, at, text FROM unnest(?::timestamptz[], ?::text[])
        WITH ORDINALITY AS line (at, text, place)
      ORDER BY place
      """;

  private final Jdbc jdbc;

  /** Over the application's database. */
  @Inject
  public Journal(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the last progress. False when the lease was lost. */
  public boolean progress(Lease lease, JobProgress progress) {
    return jdbc.updated(
        PROGRESS,
        progress.done(),
        progress.total(),
        progress.text(),
        lease.job(),
        lease.owner(),
        lease.token());
  }

  /** Adds lines to the log of the job, in their order. */
  public void log(ClaimedJob job, List<LogEntry> entries) {
    jdbc.update(
        LOG,
        job.id(),
        job.tally().attempt(),
        job.organisation(),
        entries.stream().map(LogEntry::at).map(Instant::toString).toList(),
        entries.stream().map(LogEntry::text).toList());
  }
}
