package org.stoa.study.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.stoa.shared.Ids;
import org.stoa.study.StudyView;
import org.stoa.study.domain.StudyRules;

/** A study as it is stored. It is born valid and stays so. */
@Entity
@Table(name = "study")
public class Study {

  @Id private UUID id;

  @TenantId
  @Column(name = "org_id", updatable = false)
  private UUID organisation;

  @Column(updatable = false)
  private String code;

  private String title;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  @Column(name = "created_by", updatable = false)
  private String createdBy;

  @Version private long version;

  /** For Hibernate only. */
  protected Study() {}

  /**
   * A new study of the current organisation.
   *
   * @throws org.stoa.shared.InvalidProblem when the code or the title is refused
   */
  public Study(String code, String title, Instant createdAt, String createdBy) {
    String entitled = title == null ? null : title.strip();
    StudyRules.check(code, entitled);
    this.id = Ids.next();
    this.code = code;
    this.title = entitled;
    this.createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    this.createdBy = Objects.requireNonNull(createdBy);
  }

  /**
   * Gives it another title.
   *
   * @throws org.stoa.shared.InvalidProblem when the title is refused
   */
  public void entitle(String newTitle) {
    String entitled = newTitle == null ? null : newTitle.strip();
    StudyRules.checkTitle(entitled);
    this.title = entitled;
  }

  /** Its id. */
  public UUID id() {
    return id;
  }

  /** What the outside sees. */
  public StudyView view() {
    return new StudyView(id, code, title, createdAt, createdBy, version);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Study study && study.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
