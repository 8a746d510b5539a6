package org.stoa.study;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.data.Loads;
import org.stoa.data.ReadOptions;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.StaleVersionProblem;
import org.stoa.study.store.Study;
import org.stoa.study.store.StudyRecords;
import org.stoa.work.JobId;

/** The front door to studies: the ones of the current organisation and no others. */
@Stateless
public class Studies {

  private static final String STUDY = "study";

  private StudyRecords records;
  private Loads loads;
  private AuditTrail trail;
  private Clock clock;

  /** For the container's proxies only. */
  protected Studies() {}

  /** With the store of the studies, the loading of files, the trail and the clock. */
  @Inject
  public Studies(StudyRecords records, Loads loads, AuditTrail trail, Clock clock) {
    this.records = records;
    this.loads = loads;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Creates a study.
   *
   * @throws InvalidProblem when the code, the title or both are refused
   * @throws org.stoa.shared.ConflictProblem when the organisation has a study of this code
   */
  @Allowed(StudyPermissions.CREATE)
  public StudyView create(CreateStudy command) {
    String creator = CallContext.requiredActor().name();
    Study study = new Study(command.code(), command.title(), clock.instant(), creator);
    StudyView created = records.add(study);
    trail.record(AuditEntry.created(STUDY, created.id(), created));
    return created;
  }

  /** Studies, the newest first. */
  @Allowed(StudyPermissions.READ)
  public Page<StudyView> list(PageRequest page) {
    return list(null, page);
  }

  /**
   * Studies, the newest first.
   *
   * @param text only those whose code or title has it, whatever the case; null or blank for all
   */
  @Allowed(StudyPermissions.READ)
  public Page<StudyView> list(String text, PageRequest page) {
    Optional<String> part = Optional.ofNullable(text).filter(wanted -> !wanted.isBlank());
    return records.list(part.map(String::strip), page.after().map(Studies::cursor), page);
  }

  /**
   * One study.
   *
   * @throws NotFoundProblem when the organisation has none with this id
   */
  @Allowed(StudyPermissions.READ)
  public StudyView find(UUID id) {
    return required(id).view();
  }

  /**
   * Gives a study another title.
   *
   * @param expected the version on which the change was made
   * @throws NotFoundProblem when the organisation has none with this id
   * @throws InvalidProblem when the title is refused
   * @throws StaleVersionProblem when the study has another version by now
   */
  @Allowed(StudyPermissions.UPDATE)
  public StudyView change(UUID id, long expected, ChangeStudy command) {
    Study study = required(id);
    StudyView before = study.view();
    if (before.version() != expected) {
      throw new StaleVersionProblem(Long.toString(expected), Long.toString(before.version()));
    }
    study.entitle(command.title());
    StudyView after = records.write(study);
    if (after.version() != before.version()) {
      trail.record(AuditEntry.changed(STUDY, id, before, after));
    }
    return after;
  }

  /**
   * The study into which the caller may load files. To be asked before the bytes are read.
   *
   * @throws NotFoundProblem when the organisation has none with this id
   */
  @Allowed(StudyPermissions.UPLOAD)
  public StudyView receiving(UUID id) {
    return required(id).view();
  }

  /**
   * Submits the job that loads stored files into the datasets of a study, all of them or none.
   *
   * @param files stored files of any kind that can be loaded
   * @param options what a person corrected of what would be detected
   * @throws NotFoundProblem when the organisation has no such study or file
   */
  @Allowed(StudyPermissions.UPLOAD)
  public JobId upload(UUID id, List<UUID> files, ReadOptions options) {
    StudyView study = required(id).view();
    JobId job = loads.submit(study.id(), files, options);
    trail.record(
        new AuditEntry(
            "study.upload-accepted", STUDY, id.toString(), null, new Upload(job, files)));
    return job;
  }

  /**
   * What the trail says of an upload.
   *
   * @param job the job that loads the files
   * @param files the stored files
   */
  public record Upload(JobId job, List<UUID> files) {}

  private Study required(UUID id) {
    return records.find(id).orElseThrow(() -> new NotFoundProblem(STUDY, id));
  }

  private static UUID cursor(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem("after", "is not a cursor of this list");
    }
  }
}
