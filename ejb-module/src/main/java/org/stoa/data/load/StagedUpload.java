package org.stoa.data.load;

import java.util.List;

/**
 * All tables of an upload, ready to become versions.
 *
 * @param tables in the order of the files
 */
public record StagedUpload(List<StagedTable> tables) {

  public StagedUpload {
    tables = List.copyOf(tables);
  }
}
