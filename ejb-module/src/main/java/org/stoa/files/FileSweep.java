package org.stoa.files;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.stoa.files.store.FileDisk;
import org.stoa.files.store.FileLedger;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;

/**
 * Clears away what a server left behind that died between writing a file and committing its row.
 * Only what is older than a day goes, so that no upload under way is touched.
 */
@Stateless
public class FileSweep {

  private static final Duration AGE = Duration.ofDays(1);
  private static final int BATCH = 500;

  private FileDisk disk;
  private FileLedger ledger;
  private Clock clock;

  /** For the container's proxies only. */
  protected FileSweep() {}

  /** With the bytes, the rows and the clock. */
  @Inject
  public FileSweep(FileDisk disk, FileLedger ledger, Clock clock) {
    this.disk = disk;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** Removes bytes without a row, of all organisations; tells how many files that were. */
  @Allowed(Allowed.SYSTEM)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public int sweep() throws Exception {
    Instant before = clock.instant().minus(AGE);
    int removed = disk.removeIncomingBefore(before);
    for (UUID organisation : disk.organisations()) {
      removed += CallContext.callAs(Actor.system(organisation), () -> sweep(organisation, before));
    }
    return removed;
  }

  private int sweep(UUID organisation, Instant before) {
    List<UUID> files = disk.writtenBefore(before, organisation);
    int removed = 0;
    for (int from = 0; from < files.size(); from += BATCH) {
      List<UUID> batch = files.subList(from, Math.min(from + BATCH, files.size()));
      Set<UUID> known = ledger.known(batch);
      for (UUID id : batch) {
        if (!known.contains(id)) {
          disk.remove(organisation, id);
          removed++;
        }
      }
    }
    return removed;
  }
}
