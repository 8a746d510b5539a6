package org.stoa.data;

/**
 * A column of a version.
 *
 * @param name its name as in the file; unique in the version, also when case is ignored
 * @param label what it means, as the file says; null when the file does not say
 * @param type what its values are
 * @param length how many bytes each value takes, or the longest text, as the file says; 0 when
 *     nobody knows
 * @param format how SAS shows it, such as {@code DATE9.}; empty when no file said so
 * @param reasons whether some of its values are missing for a reason, such as {@code .A} of SAS
 * @param profile what its values look like
 */
public record ColumnView(
    String name,
    String label,
    ColumnType type,
    int length,
    String format,
    boolean reasons,
    ColumnProfile profile) {

  /** A column of which no file told more. */
  public ColumnView(String name, String label, ColumnType type, ColumnProfile profile) {
    this(name, label, type, 0, "", false, profile);
  }
}
