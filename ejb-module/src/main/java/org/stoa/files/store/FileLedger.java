package org.stoa.files.store;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.files.FileView;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;

/**
 * Keeps rows and bytes in step: a file whose row is rolled back loses its bytes, and one whose row
 * is removed loses them after the commit. Works in the caller's transaction, or in one of its own.
 */
@Stateless
public class FileLedger {

  private static final String FILE = "file";

  private FileRecords records;
  private FileDisk disk;
  private AfterTransaction after;
  private AuditTrail trail;
  private Clock clock;

  /** For the container's proxies only. */
  protected FileLedger() {}

  /** With the rows, the bytes, the end of the transaction, the trail and the clock. */
  @Inject
  public FileLedger(
      FileRecords records, FileDisk disk, AfterTransaction after, AuditTrail trail, Clock clock) {
    this.records = records;
    this.disk = disk;
    this.after = after;
    this.trail = trail;
    this.clock = clock;
  }

  /** Enters a file whose bytes are on disk. */
  public FileView enter(UUID id, String label, WrittenFile written) {
    Actor actor = CallContext.requiredActor();
    after.ifRolledBack(() -> disk.remove(actor.organisation(), id));
    StoredFile file = new StoredFile(id, label, written, clock.instant(), actor.name());
    records.add(file);
    trail.record(AuditEntry.created(FILE, id, file.view()));
    return file.view();
  }

  /** The file with this id. */
  public Optional<FileView> find(UUID id) {
    return records.find(id).map(StoredFile::view);
  }

  /** Strikes a file out, if it is there. */
  public void strike(UUID id) {
    UUID organisation = CallContext.organisation();
    Optional<StoredFile> file = records.find(id);
    if (file.isPresent()) {
      records.remove(file.get());
      trail.record(AuditEntry.deleted(FILE, id, file.get().view()));
      after.ifCommitted(() -> disk.remove(organisation, id));
    }
  }

  /** Those of the ids that have a row. */
  public Set<UUID> known(Collection<UUID> ids) {
    return records.known(ids);
  }
}
