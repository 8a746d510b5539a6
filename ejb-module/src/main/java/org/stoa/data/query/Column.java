package org.stoa.data.query;

import org.jooq.Field;
import org.jooq.impl.DSL;
import org.stoa.data.ColumnType;

/**
 * A column that a question may name.
 *
 * @param name its name, spelt as in the version
 * @param type what its values are
 */
public record Column(String name, ColumnType type) {

  /** The column as it stands in a statement. */
  public Field<?> field() {
    return DSL.field(DSL.quotedName(name), SqlTypes.of(type));
  }

  boolean isNumber() {
    return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
  }
}
