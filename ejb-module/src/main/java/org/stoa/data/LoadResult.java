package org.stoa.data;

import java.util.List;

/**
 * The result of the job {@code data.load}.
 *
 * @param datasets what became of each table, in the order of the files
 */
public record LoadResult(List<LoadedDataset> datasets) {

  public LoadResult {
    datasets = List.copyOf(datasets);
  }
}
