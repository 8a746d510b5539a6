package org.stoa.data.format.excel;

import java.util.Map;
import org.stoa.data.format.Place;

/**
 * A cell of a workbook.
 *
 * @param sheet the name of the sheet
 * @param column counted from 0
 * @param row counted from 1
 */
record CellPlace(String sheet, int column, int row) implements Place {

  /** The most columns that Excel has. */
  static final int MAX_COLUMNS = 16_384;

  /** The most rows that Excel has. */
  static final int MAX_ROWS = 1_048_576;

  private static final int LETTERS = 26;

  /** Such as {@code AB17}. */
  static String address(int column, int row) {
    return letters(column) + row;
  }

  /** The letters of a column, counted from 0: A … Z, AA … */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder(3);
    for (int left = column; left >= 0; left = left / LETTERS - 1) {
      letters.append((char) ('A' + left % LETTERS));
    }
    return letters.reverse().toString();
  }

  /**
   * The column of an address such as {@code AB17}, counted from 0; −1 when it is no address of this
   * row within the limits.
   */
  static int column(String address, int row) {
    int column = 0;
    int at = 0;
    while (at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
      column = column * LETTERS + address.charAt(at) - 'A' + 1;
      at++;
      if (column > MAX_COLUMNS) {
        return -1;
      }
    }
    return column > 0 && isNumber(address, at, row) ? column - 1 : -1;
  }

  private static boolean isNumber(String text, int from, int expected) {
    int value = 0;
    for (int at = from; at < text.length(); at++) {
      int digit = text.charAt(at) - '0';
      if (digit < 0 || digit > 9 || value > MAX_ROWS) {
        return false;
      }
      value = value * 10 + digit;
    }
    return value == expected;
  }

  @Override
  public Map<String, Object> members() {
    return Map.of("sheet", sheet, "cell", address(column, row));
  }

  @Override
  public String toString() {
    return "sheet '" + sheet + "', cell " + address(column, row);
  }
}
