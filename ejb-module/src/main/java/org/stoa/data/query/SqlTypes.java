package org.stoa.data.query;

import org.jooq.DataType;
import org.jooq.impl.SQLDataType;
import org.stoa.data.ColumnType;

/** How the types of columns are called in SQL. */
public final class SqlTypes {

  private SqlTypes() {}

  /** The SQL type in which a version keeps values of the type. */
  public static DataType<?> of(ColumnType type) {
    return switch (type) {
      case TEXT -> SQLDataType.VARCHAR;
      case INTEGER -> SQLDataType.BIGINT;
      case DECIMAL -> SQLDataType.DOUBLE;
      case BOOLEAN -> SQLDataType.BOOLEAN;
      case DATE -> SQLDataType.LOCALDATE;
      case DATETIME -> SQLDataType.LOCALDATETIME;
      case TIME -> SQLDataType.LOCALTIME;
    };
  }
}
