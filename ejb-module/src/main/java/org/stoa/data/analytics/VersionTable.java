package org.stoa.data.analytics;

import java.nio.file.Path;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A version on disk as a table of a statement. */
public final class VersionTable {

  /** The place of a row in the file, from 0. No column of a version may have this name. */
  public static final String ROW_NUMBER = "file_row_number";

  /** How the columns are named that keep why values of others are missing. */
  private static final String REASON_PREFIX = "stoa_missing.";

  static final Field<Long> ROW = DSL.field(DSL.quotedName(ROW_NUMBER), SQLDataType.BIGINT);

  private VersionTable() {}

  /** Whether no column of a file may have this name. */
  public static boolean isReserved(String name) {
    return name.equalsIgnoreCase(ROW_NUMBER)
        || name.regionMatches(true, 0, REASON_PREFIX, 0, REASON_PREFIX.length());
  }

  /**
   * The column beside another one that keeps why a value is missing: the letter or underscore of
   * SAS, nothing for a plain missing value. It is there when {@link
   * org.stoa.data.ColumnView#reasons()} says so.
   */
  public static String reasonsOf(String column) {
    return REASON_PREFIX + column;
  }

  /** The rows of a Parquet file. */
  public static Table<Record> of(Path parquet) {
    return DSL.table("read_parquet({0})", DSL.inline(parquet.toString()));
  }

  /** The rows of a Parquet file with {@link #ROW}. */
  static Table<Record> numbered(Path parquet) {
    return DSL.table("read_parquet({0}, file_row_number = true)", DSL.inline(parquet.toString()));
  }
}
