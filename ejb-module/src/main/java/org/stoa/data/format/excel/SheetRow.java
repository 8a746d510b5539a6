package org.stoa.data.format.excel;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/** The cells of one row of a sheet; it is filled again and again. Columns are counted from 0. */
final class SheetRow {

  private static final int FIRST_WIDTH = 64;

  private CellKind[] kinds = new CellKind[FIRST_WIDTH];
  private double[] numbers = new double[FIRST_WIDTH];
  private long[] micros = new long[FIRST_WIDTH];
  private String[] texts = new String[FIRST_WIDTH];
  private int width;
  private int number;

  SheetRow() {
    Arrays.fill(kinds, CellKind.NONE);
  }

  /** Begins a row, counted from 1. */
  void begin(int row) {
    Arrays.fill(kinds, 0, width, CellKind.NONE);
    Arrays.fill(texts, 0, width, null);
    width = 0;
    number = row;
  }

  /** Its number in the sheet, counted from 1. */
  int number() {
    return number;
  }

  /** One more than its last column that was set. */
  int width() {
    return width;
  }

  void set(int column, CellKind kind, double value) {
    grow(column);
    kinds[column] = kind;
    numbers[column] = value;
  }

  void setTime(int column, CellKind kind, long micro, double value) {
    set(column, kind, value);
    micros[column] = micro;
  }

  void setText(int column, CellKind kind, String text) {
    grow(column);
    kinds[column] = kind;
    texts[column] = text;
  }

  private void grow(int column) {
    if (column >= kinds.length) {
      int room = Math.min(CellPlace.MAX_COLUMNS, Math.max(column + 1, 2 * kinds.length));
      int before = kinds.length;
      kinds = Arrays.copyOf(kinds, room);
      Arrays.fill(kinds, before, room, CellKind.NONE);
      numbers = Arrays.copyOf(numbers, room);
      micros = Arrays.copyOf(micros, room);
      texts = Arrays.copyOf(texts, room);
    }
    width = Math.max(width, column + 1);
  }

  CellKind kind(int column) {
    return column < width ? kinds[column] : CellKind.NONE;
  }

  /** Whether any cell has a value, or would have one if nothing were wrong with it. */
  boolean isEmpty() {
    for (int i = 0; i < width; i++) {
      if (kinds[i] != CellKind.NONE) {
        return false;
      }
    }
    return true;
  }

  /** The number of a number, the days of a date or a time; 1 and 0 for true and false. */
  double number(int column) {
    return numbers[column];
  }

  /** Microseconds since 1970-01-01T00:00 of a date, since midnight of a time. */
  long micro(int column) {
    return micros[column];
  }

  /** The text of a text, the name of an error. */
  String rawText(int column) {
    return texts[column];
  }

  /** Any value as a text: numbers as Excel writes them, dates and times as ISO 8601 does. */
  String text(int column) {
    return switch (kinds[column]) {
      case TEXT -> texts[column];
      case BOOL -> numbers[column] == 0 ? "FALSE" : "TRUE";
      case WHOLE, FRACTION, LENGTH -> NumberText.general(numbers[column]);
      case DATE -> LocalDate.ofEpochDay(ExcelDate.epochDay(micros[column])).toString();
      case DATETIME -> Serial.iso(micros[column]);
      case TIME ->
          DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(micros[column] * 1_000));
      default -> throw new IllegalStateException("No value is in column " + column);
    };
  }
}
