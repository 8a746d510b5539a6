package org.stoa.data.format.excel;

import java.util.Map;
import org.stoa.data.format.Place;

/**
 * A part of a workbook: one of the files in its archive.
 *
 * @param part its name, such as {@code xl/workbook.xml}
 */
record PartPlace(String part) implements Place {

  @Override
  public Map<String, Object> members() {
    return Map.of("part", part);
  }

  @Override
  public String toString() {
    return "the part " + part;
  }
}
