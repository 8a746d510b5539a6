package org.stoa.data;

import java.util.Map;
import java.util.Objects;

/**
 * How a person corrects what was detected about files. What is null is detected.
 *
 * @param delimiter what stands between the fields of a CSV file: one character
 * @param quote what fields of a CSV file are quoted by: one character, or empty for nothing
 * @param encoding the encoding of a CSV file, by its IANA name, such as {@code windows-1252}
 * @param header whether the first record of a CSV file, or row of a sheet, names the columns
 * @param sheet the sheet of a workbook, by its name; null takes each that has rows
 * @param types the type of columns, by name whatever the case
 * @param misfits what becomes of values that are none of the type that was given; null refuses
 * @param lossless whether a file is refused of which anything would be lost; null does not refuse
 */
public record ReadOptions(
    String delimiter,
    String quote,
    String encoding,
    Boolean header,
    String sheet,
    Map<String, ColumnType> types,
    Misfits misfits,
    Boolean lossless) {

  /** Everything is detected. */
  public static final ReadOptions DETECT =
      new ReadOptions(null, null, null, null, null, Map.of(), Misfits.REFUSE, false);

  public ReadOptions {
    types = types == null ? Map.of() : Map.copyOf(types);
    lossless = Boolean.TRUE.equals(lossless);
    misfits = Objects.requireNonNullElse(misfits, Misfits.REFUSE);
  }

  /** What becomes of a value that is none of the type that a person gave to its column. */
  public enum Misfits {
    /** The file is refused, and the place of the first such value told. */
    REFUSE,
    /** It is missing, and counted as a loss. */
    MISSING,
    /** The column becomes text, and that is told as a loss. */
    TEXT
  }
}
