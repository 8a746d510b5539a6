package org.stoa.files.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.stoa.files.FileView;

/** A file whose bytes are on disk. It never changes. */
@Entity
@Table(name = "files_file")
public class StoredFile {

  @Id private UUID id;

  @TenantId
  @Column(name = "org_id", updatable = false)
  private UUID organisation;

  @Column(updatable = false)
  private String label;

  @Column(updatable = false)
  private long bytes;

  @Column(updatable = false)
  private String sha256;

  @Column(name = "media_type", updatable = false)
  private String mediaType;

  @Column(name = "stored_at", updatable = false)
  private Instant storedAt;

  @Column(name = "stored_by", updatable = false)
  private String storedBy;

  /** For Hibernate only. */
  protected StoredFile() {}

  /** A file of the current organisation that was written to disk under this id. */
  public StoredFile(UUID id, String label, WrittenFile written, Instant storedAt, String storedBy) {
    this.id = Objects.requireNonNull(id);
    this.label = Objects.requireNonNull(label);
    this.bytes = written.bytes();
    this.sha256 = written.sha256();
    this.mediaType = written.mediaType();
    this.storedAt = storedAt.truncatedTo(ChronoUnit.MICROS);
    this.storedBy = Objects.requireNonNull(storedBy);
  }

  /** What the outside sees. */
  public FileView view() {
    return new FileView(id, label, bytes, sha256, mediaType, storedAt, storedBy);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoredFile file && file.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
