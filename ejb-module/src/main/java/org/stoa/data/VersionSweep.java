package org.stoa.data;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stoa.data.load.VersionDisk;
import org.stoa.data.store.DatasetStore;
import org.stoa.shared.Allowed;
import org.stoa.work.Jobs;

/**
 * Clears away what loads left behind that were cut off: directories of attempts whose job has
 * ended, and files that came to their place a day ago or more and that no row knows, for no commit
 * takes that long. What is on disk is always looked at before the rows are: what a load adds
 * between the two is not on the list.
 */
@Stateless
public class VersionSweep {

  private static final Duration AGE = Duration.ofDays(1);
  private static final int BATCH = 500;

  private VersionDisk disk;
  private DatasetStore store;
  private Jobs jobs;
  private Clock clock;

  /** For the container's proxies only. */
  protected VersionSweep() {}

  /** With the disk, the rows, the jobs and the clock. */
  @Inject
  public VersionSweep(VersionDisk disk, DatasetStore store, Jobs jobs, Clock clock) {
    this.disk = disk;
    this.store = store;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Removes what nobody needs, of all organisations; tells how many files and directories. */
  @Allowed(Allowed.SYSTEM)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public int sweep() {
    return sweepStaged() + sweepPublished(clock.instant().minus(AGE));
  }

  private int sweepStaged() {
    Set<Long> ended = new HashSet<>(disk.stagedJobs());
    ended.removeAll(jobs.unfinished(ended));
    return ended.stream().mapToInt(disk::removeStaged).sum();
  }

  private int sweepPublished(Instant before) {
    List<String> files = disk.publishedBefore(before);
    int removed = 0;
    for (int from = 0; from < files.size(); from += BATCH) {
      List<String> batch = files.subList(from, Math.min(from + BATCH, files.size()));
      Set<String> known = Set.copyOf(store.known(batch));
      List<String> orphans = batch.stream().filter(path -> !known.contains(path)).toList();
      orphans.forEach(disk::remove);
      removed += orphans.size();
    }
    return removed;
  }
}
