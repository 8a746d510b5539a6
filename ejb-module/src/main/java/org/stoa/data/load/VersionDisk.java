package org.stoa.data.load;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.stoa.data.store.DataSettings;
import org.stoa.shared.Directories;

/** What lies on disk, whether or not a row knows it. */
public class VersionDisk {

  /** What the name of a version's file ends with. */
  static final String SUFFIX = ".parquet";

  private final Path versions;

  /** Where the settings say. */
  @Inject
  public VersionDisk(DataSettings settings) {
    this(settings.versions());
  }

  VersionDisk(Path versions) {
    this.versions = versions;
  }

  /** The jobs that left a directory of an attempt, or work in one. */
  public Set<Long> stagedJobs() {
    return Staging.jobs(versions);
  }

  /** Removes the directories of all attempts at a job; tells how many there were. */
  public int removeStaged(long job) {
    try {
      return Staging.removeAll(versions, job);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files of versions that came to their place before, relative to the directory of all. */
  public List<String> publishedBefore(Instant before) {
    return Directories.list(versions).stream()
        .filter(directory -> !directory.endsWith(Staging.NAME))
        .flatMap(organisation -> Directories.list(organisation).stream())
        .filter(file -> file.toString().endsWith(SUFFIX) && Directories.isOlder(file, before))
        .map(file -> versions.relativize(file).toString())
        .toList();
  }

  /** Removes the file of a version, if it is there. */
  public void remove(String path) {
    Directories.remove(versions.resolve(path));
  }
}
