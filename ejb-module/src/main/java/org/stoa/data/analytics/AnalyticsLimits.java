package org.stoa.data.analytics;

import java.nio.file.Path;
import java.util.List;

/**
 * What analytics may see and take.
 *
 * @param directories the only directories in which files may be read and written
 * @param temporary where results that do not fit into memory are put for a while
 * @param memory what all statements together may take, such as {@code 2GB}
 * @param threads how many threads work on statements
 * @param querySeconds after how many seconds a query is stopped
 */
public record AnalyticsLimits(
    List<Path> directories, Path temporary, String memory, int threads, int querySeconds) {

  public AnalyticsLimits {
    directories = List.copyOf(directories);
  }
}
