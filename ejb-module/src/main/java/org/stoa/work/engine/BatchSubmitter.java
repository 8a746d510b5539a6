package org.stoa.work.engine;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.work.JobId;
import org.stoa.work.SubmitBatch;
import org.stoa.work.SubmitJob;
import org.stoa.work.SubmittedBatch;
import org.stoa.work.domain.BatchPlace;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.NewBatch;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.Submission;
import org.stoa.work.store.BatchRecords;
import org.stoa.work.store.Submissions;

/** Puts a batch and its jobs into their tables, all in the caller's transaction. */
public class BatchSubmitter {

  private final JobForms forms;
  private final Submissions submissions;
  private final BatchRecords records;

  /** With the form of jobs, and the stores. */
  @Inject
  public BatchSubmitter(JobForms forms, Submissions submissions, BatchRecords records) {
    this.forms = forms;
    this.submissions = submissions;
    this.records = records;
  }

  /**
   * What was added.
   *
   * @param batch the ids
   * @param jobs all jobs, the continuation too, as they wait
   */
  public record Added(SubmittedBatch batch, List<Freed> jobs) {}

  /** Adds them. */
  public Added add(SubmitBatch command, Actor submitter, Instant now) {
    UUID id = Ids.next();
    BatchPlace place = new BatchPlace(id, false);
    List<Freed> jobs =
        command.ordered()
            ? chain(command, place, submitter, now)
            : together(command, place, submitter, now);
    List<JobId> ids = jobs.stream().map(job -> new JobId(job.job().id())).toList();
    Freed next = continuation(command, new BatchPlace(id, true), submitter, now);
    Long nextId = next == null ? null : next.job().id();
    records.add(new NewBatch(id, command, nextId, now, submitter));
    List<Freed> all = new ArrayList<>(jobs);
    if (next != null) {
      all.add(next);
    }
    return new Added(new SubmittedBatch(id, ids, next == null ? null : new JobId(nextId)), all);
  }

  private List<Freed> together(
      SubmitBatch command, BatchPlace place, Actor submitter, Instant now) {
    List<NewJob> filled =
        command.jobs().stream().map(job -> forms.fill(job, submitter, now).at(place)).toList();
    List<Submission> added = submissions.addAll(filled);
    List<Freed> jobs = new ArrayList<>();
    for (int i = 0; i < filled.size(); i++) {
      jobs.add(filled.get(i).submitted(added.get(i).id()));
    }
    return jobs;
  }

  private List<Freed> chain(SubmitBatch command, BatchPlace place, Actor submitter, Instant now) {
    List<Freed> jobs = new ArrayList<>();
    List<JobId> before = List.of();
    for (SubmitJob step : command.jobs()) {
      Freed added = add(waiting(step, before, command.runAnyway()), place, submitter, now);
      jobs.add(added);
      before = List.of(new JobId(added.job().id()));
    }
    return jobs;
  }

  private Freed continuation(SubmitBatch command, BatchPlace place, Actor submitter, Instant now) {
    return command.continuation() == null
        ? null
        : add(
            waiting(command.continuation(), List.of(), command.runAnyway()), place, submitter, now);
  }

  private Freed add(SubmitJob command, BatchPlace place, Actor submitter, Instant now) {
    NewJob job = forms.fill(command, submitter, now).at(place);
    return job.submitted(submissions.add(job).id());
  }

  private static SubmitJob waiting(SubmitJob job, List<JobId> before, boolean anyway) {
    return anyway ? job.withAfterEndOf(before) : job.withAfter(before);
  }
}
