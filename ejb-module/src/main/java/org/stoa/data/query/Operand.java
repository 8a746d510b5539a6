package org.stoa.data.query;

import org.jooq.Field;
import org.stoa.data.ColumnType;

/**
 * What a comparison is about: a column, or a function of one.
 *
 * @param field how it stands in the statement
 * @param type what its values are
 * @param shown how a message calls it
 */
record Operand(Field<?> field, ColumnType type, String shown) {

  static Operand of(Column column) {
    return new Operand(column.field(), column.type(), column.name());
  }

  Field<String> text() {
    return field.coerce(String.class);
  }

  /** Whether values of the two can be compared. */
  boolean matches(Operand other) {
    return type == other.type || (isNumber() && other.isNumber());
  }

  private boolean isNumber() {
    return type == ColumnType.INTEGER || type == ColumnType.DECIMAL;
  }
}
