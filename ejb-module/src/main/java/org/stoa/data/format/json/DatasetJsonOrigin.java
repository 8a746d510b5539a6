package org.stoa.data.format.json;

import java.util.Objects;

/**
 * Who made a Dataset-JSON file.
 *
 * @param originator the organisation; empty when it is not told
 * @param system the name of the program that the rows come from
 * @param version the version of that program
 */
public record DatasetJsonOrigin(String originator, String system, String version) {

  public DatasetJsonOrigin {
    Objects.requireNonNull(originator, "originator");
    if (system.isEmpty() || version.isEmpty()) {
      throw new IllegalArgumentException("A system has a name and a version.");
    }
  }
}
