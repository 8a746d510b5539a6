package org.stoa.data;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.stoa.files.StoredFiles;
import org.stoa.shared.Allowed;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.JobId;
import org.stoa.work.Jobs;
import org.stoa.work.SubmitJob;

/** Takes files to be loaded into datasets. */
@Stateless
public class Loads {

  private static final int MOST_FILES = 100;

  private StoredFiles files;
  private Jobs jobs;

  /** For the container's proxies only. */
  protected Loads() {}

  /** With the rooms that keep files and do jobs. */
  @Inject
  public Loads(StoredFiles files, Jobs jobs) {
    this.files = files;
    this.jobs = jobs;
  }

  /**
   * Submits the job that loads these files, all of them or none, into the datasets of an owner.
   *
   * @param owner what the datasets belong to, such as a study
   * @param fileIds stored files of any {@link org.stoa.data.format.FileKind}
   * @param options what a person corrected of what would be detected
   * @return the job, whose result will be a {@link LoadResult}
   * @throws org.stoa.shared.NotFoundProblem when a file is not there
   */
  @Allowed(DataPermissions.LOAD)
  public JobId submit(UUID owner, List<UUID> fileIds, ReadOptions options) {
    if (fileIds.isEmpty() || fileIds.size() > MOST_FILES) {
      throw new InvalidProblem("file", "Upload 1 to " + MOST_FILES + " files.");
    }
    fileIds.forEach(files::find);
    return jobs.submit(new SubmitJob(LoadFiles.KIND, new LoadFiles(owner, fileIds, options)));
  }
}
