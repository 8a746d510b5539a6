package org.stoa.data.format;

import java.util.Map;

/**
 * A place in a text file.
 *
 * @param line the line, counted from 1
 * @param column the character in the line, counted from 1
 */
public record TextPlace(long line, long column) implements Place {

  /** The members {@code line} and {@code column}. */
  @Override
  public Map<String, Object> members() {
    return Map.of("line", line, "column", column);
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
