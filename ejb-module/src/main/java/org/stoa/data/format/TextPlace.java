package org.stoa.data.format;

/**
 * A place in a text file.
 *
 * @param line the line, counted from 1
 * @param column the character in the line, counted from 1
 */
public record TextPlace(long line, long column) {

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
