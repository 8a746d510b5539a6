package org.stoa.data.format;

import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;

/** Takes the fields of a column one by one and says in the end what the column is. */
abstract class WatchedColumn {

  private static final int LONGEST_SHOWN = 40;

  private long values;
  private long missing;
  private long emptyTexts;
  private int longest;

  /**
   * Takes the next field.
   *
   * @param line the line on which its record begins, counted from 1
   */
  final void accept(byte[] bytes, int start, int end, boolean quoted, long line) {
    int length = end - start;
    if (length == 0) {
      emptyTexts += quoted ? 1 : 0;
      missing += quoted ? 0 : 1;
      return;
    }
    values++;
    if (length > longest) {
      longest = length;
    }
    acceptValue(bytes, start, end, line);
  }

  /** Takes a field that is not empty. */
  abstract void acceptValue(byte[] bytes, int start, int end, long line);

  /** What all values are. */
  abstract ColumnType type();

  /** What the column will not keep. */
  abstract List<Loss> losses(String name);

  /** How many values become missing since they do not fit. */
  long misfits() {
    return 0;
  }

  /** How many fields were not empty. */
  final long values() {
    return values;
  }

  /** The column as it is known after the last row. */
  final CsvColumn column(String name) {
    ColumnSpec spec = new ColumnSpec(name, "", type(), longest, "");
    return new CsvColumn(spec, missing, emptyTexts, misfits(), losses(name));
  }

  /** The text, or how it begins. */
  static String shown(byte[] bytes, int start, int end) {
    String text = WantedType.text(bytes, start, end);
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
  }
}
