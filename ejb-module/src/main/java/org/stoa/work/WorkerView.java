package org.stoa.work;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A server that works, or did until lately.
 *
 * @param id this run of it; a restart has another
 * @param name its name
 * @param startedAt when it began
 * @param heartbeatAt when it last showed that it lives
 * @param alive whether it holds its lease; without, its jobs are taken back and done elsewhere
 * @param drainingAt since when it begins nothing more and gives back what it has not begun, or null
 * @param drainingBy who wanted that, or null
 * @param threads how it drains each queue, by name
 * @param running how many jobs it holds, of all organisations
 * @param jobs those of the caller's organisation, the oldest first, 100 at most
 */
public record WorkerView(
    UUID id,
    String name,
    Instant startedAt,
    Instant heartbeatAt,
    boolean alive,
    Instant drainingAt,
    String drainingBy,
    List<WorkerThreads> threads,
    long running,
    List<WorkerJob> jobs) {

  public WorkerView {
    threads = List.copyOf(threads);
    jobs = List.copyOf(jobs);
  }
}
