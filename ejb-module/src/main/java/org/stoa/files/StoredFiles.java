package org.stoa.files;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.UUID;
import org.stoa.files.domain.FileLabel;
import org.stoa.files.store.FileDisk;
import org.stoa.files.store.FileLedger;
import org.stoa.files.store.WrittenFile;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.Ids;
import org.stoa.shared.NotFoundProblem;

/** The front door to files: the ones of the current organisation and no others. */
@Stateless
public class StoredFiles {

  private FileDisk disk;
  private FileLedger ledger;

  /** For the container's proxies only. */
  protected StoredFiles() {}

  /** With the bytes and the rows. */
  @Inject
  public StoredFiles(FileDisk disk, FileLedger ledger) {
    this.disk = disk;
    this.ledger = ledger;
  }

  /**
   * Stores a file: streams it to disk, then enters its row in the caller's transaction, or in one
   * of its own; none is begun while bytes still come. On any failure, and when the caller's
   * transaction is rolled back, nothing of it is left.
   *
   * @param name what the sender calls it; it becomes the label
   * @param bytes read to its end, not closed
   * @throws EmptyFileProblem when there is no byte
   * @throws FileTooLargeProblem when there are more than allowed
   * @throws UploadCutProblem when reading fails
   * @throws StorageFullProblem when the disk has no room
   */
  @Allowed(FilePermissions.STORE)
  @TransactionAttribute(TransactionAttributeType.SUPPORTS)
  public FileView store(String name, InputStream bytes) {
    UUID id = Ids.next();
    UUID organisation = CallContext.organisation();
    String label = FileLabel.of(name);
    WrittenFile written = disk.write(organisation, id, label, bytes);
    boolean entered = false;
    try {
      FileView view = ledger.enter(id, label, written);
      entered = true;
      return view;
    } finally {
      if (!entered) {
        disk.remove(organisation, id);
      }
    }
  }

  /**
   * One file.
   *
   * @throws NotFoundProblem when the organisation has none with this id
   */
  @Allowed(FilePermissions.READ)
  public FileView find(UUID id) {
    return ledger.find(id).orElseThrow(() -> new NotFoundProblem("file", id));
  }

  /**
   * Where the bytes of a file are, only to be read.
   *
   * @throws NotFoundProblem when the organisation has none with this id
   */
  @Allowed(FilePermissions.READ)
  public Path path(UUID id) {
    return disk.path(CallContext.organisation(), find(id).id());
  }

  /** Removes a file, if it is there; its bytes go after the commit. */
  @Allowed(FilePermissions.REMOVE)
  public void remove(UUID id) {
    ledger.strike(id);
  }
}
