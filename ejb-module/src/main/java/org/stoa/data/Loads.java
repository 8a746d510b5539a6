package org.stoa.data;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.stoa.data.store.DatasetStore;
import org.stoa.data.store.StoredVersion;
import org.stoa.files.StoredFiles;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.work.JobId;
import org.stoa.work.Jobs;
import org.stoa.work.SubmitJob;

/** Takes files to be loaded into datasets. */
@Stateless
public class Loads {

  private static final int MOST_FILES = 100;

  private StoredFiles files;
  private DatasetStore store;
  private Jobs jobs;

  /** For the container's proxies only. */
  protected Loads() {}

  /** With the rooms that keep files and do jobs, and the rows about datasets. */
  @Inject
  public Loads(StoredFiles files, DatasetStore store, Jobs jobs) {
    this.files = files;
    this.store = store;
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
    ReadOptionsCheck.check(options);
    fileIds.forEach(files::find);
    return submit(new LoadFiles(owner, fileIds, options, null));
  }

  /**
   * Submits the job that reads the file of a version again, in another way. If that gives another
   * table it becomes the next version of the dataset.
   *
   * @param number the version whose file is read
   * @param options what a person corrected of what was detected
   * @return the job, whose result will be a {@link LoadResult}
   * @throws org.stoa.shared.NotFoundProblem when the dataset, version or file is not there
   */
  @Allowed(DataPermissions.LOAD)
  public JobId again(UUID datasetId, int number, ReadOptions options) {
    ReadOptionsCheck.check(options);
    UUID organisation = CallContext.organisation();
    DatasetView dataset =
        store
            .find(organisation, datasetId)
            .orElseThrow(() -> new NotFoundProblem("dataset", datasetId));
    StoredVersion version =
        store
            .version(organisation, datasetId, number)
            .orElseThrow(() -> new NotFoundProblem("version of " + dataset.name(), number));
    files.find(version.sourceFile());
    LoadFiles.Table table = new LoadFiles.Table(version.view().sourceLabel(), dataset.name());
    return submit(new LoadFiles(dataset.owner(), List.of(version.sourceFile()), options, table));
  }

  private JobId submit(LoadFiles payload) {
    return jobs.submit(new SubmitJob(LoadFiles.KIND, payload));
  }
}
