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

  static final Field<Long> ROW = DSL.field(DSL.quotedName(ROW_NUMBER), SQLDataType.BIGINT);

  private VersionTable() {}

  /** The rows of a Parquet file. */
  public static Table<Record> of(Path parquet) {
    return DSL.table("read_parquet({0})", DSL.inline(parquet.toString()));
  }

  /** The rows of a Parquet file with {@link #ROW}. */
  static Table<Record> numbered(Path parquet) {
    return DSL.table("read_parquet({0}, file_row_number = true)", DSL.inline(parquet.toString()));
  }
}
