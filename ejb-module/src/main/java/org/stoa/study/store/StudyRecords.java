package org.stoa.study.store;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.StaleVersionProblem;
import org.stoa.study.StudyView;

/** The studies of the current organisation. */
@Dependent
public class StudyRecords {

  private static final String UNIQUE_CODE = "study_code_once";

  @PersistenceContext(unitName = "stoa")
  private EntityManager entities;

  /** For the container. */
  protected StudyRecords() {}

  /** Over a persistence context of one's own. */
  public StudyRecords(EntityManager entities) {
    this.entities = entities;
  }

  /**
   * Adds a study.
   *
   * @throws ConflictProblem when the organisation has one of the same code
   */
  public StudyView add(Study study) {
    try {
      entities.persist(study);
      entities.flush();
      return study.view();
    } catch (PersistenceException e) {
      if (violates(e, UNIQUE_CODE)) {
        throw new ConflictProblem(
            "code", "There is a study with the code " + study.view().code() + ".");
      }
      throw e;
    }
  }

  /** The study with this id. */
  public Optional<Study> find(UUID id) {
    return Optional.ofNullable(entities.find(Study.class, id));
  }

  /**
   * Writes what was changed.
   *
   * @throws StaleVersionProblem when somebody else was faster
   */
  public StudyView write(Study study) {
    long expected = study.view().version();
    try {
      entities.flush();
      return study.view();
    } catch (OptimisticLockException e) {
      throw new StaleVersionProblem(Long.toString(expected), "a later one");
    }
  }

  /** Studies, the newest first. */
  public Page<StudyView> list(Optional<UUID> after, PageRequest page) {
    return list(Optional.empty(), after, page);
  }

  /**
   * Studies, the newest first.
   *
   * @param text only those whose code or title has it, whatever the case
   */
  public Page<StudyView> list(Optional<String> text, Optional<UUID> after, PageRequest page) {
    List<Study> studies = query(text, after).setMaxResults(page.limit() + 1).getResultList();
    return Page.of(studies, page.limit(), study -> study.id().toString()).map(Study::view);
  }

  private TypedQuery<Study> query(Optional<String> text, Optional<UUID> after) {
    StringBuilder words = new StringBuilder("select s from Study s where 1 = 1");
    after.ifPresent(cursor -> words.append(" and s.id < :after"));
    text.ifPresent(
        part ->
            words.append(
                " and (locate(:text, lower(s.code)) > 0"
                    + " or locate(:text, lower(s.title)) > 0)"));
    TypedQuery<Study> query =
        entities.createQuery(words.append(" order by s.id desc").toString(), Study.class);
    after.ifPresent(cursor -> query.setParameter("after", cursor));
    text.ifPresent(part -> query.setParameter("text", part.toLowerCase(Locale.ROOT)));
    return query;
  }

  private static boolean violates(Throwable failure, String constraint) {
    Throwable cause = failure;
    while (cause != null) {
      if (cause instanceof ConstraintViolationException violation) {
        return constraint.equals(violation.getConstraintName());
      }
      cause = cause.getCause();
    }
    return false;
  }
}
