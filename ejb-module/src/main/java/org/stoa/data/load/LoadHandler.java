package org.stoa.data.load;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.stoa.data.LoadFiles;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;

/** The job {@code data.load}: files become versions, all of an upload or none. */
@ApplicationScoped
@Handles(kind = LoadFiles.KIND, queue = "loads")
public class LoadHandler implements JobHandler<LoadFiles, StagedUpload> {

  private Loader loader;
  private Activation activation;

  /** For the container's proxies only. */
  protected LoadHandler() {}

  /** With the long part and the short part. */
  @Inject
  public LoadHandler(Loader loader, Activation activation) {
    this.loader = loader;
    this.activation = activation;
  }

  @Override
  public StagedUpload run(LoadFiles payload, JobRun run) throws IOException {
    return loader.stage(payload, run);
  }

  /** The result of the job is an {@link org.stoa.data.LoadResult}. */
  @Override
  public void complete(LoadFiles payload, StagedUpload upload, JobRun run) {
    run.result(activation.activate(payload.owner(), upload, run));
  }
}
