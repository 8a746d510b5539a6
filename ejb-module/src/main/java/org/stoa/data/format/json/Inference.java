package org.stoa.data.format.json;

import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.format.ValueShape;

/**
 * Decides what a column is that no file declares. Numbers are numbers and texts are texts: a text
 * of digits stays one. Texts become dates or date-times when all of them are complete ones.
 */
final class Inference {

  private Inference() {}

  static LearnedColumn learn(String name, ColumnFacts facts) {
    LearnedColumn.Builder column = new LearnedColumn.Builder(name, facts);
    return column.as(type(facts, column), "", 0, "");
  }

  private static ColumnType type(ColumnFacts facts, LearnedColumn.Builder column) {
    if (facts.nested.count() > 0) {
      column.lose(
          Loss.Kind.TYPE,
          facts.nested.count(),
          "An object or array is kept as JSON text, such as " + facts.nested.example() + ".");
      return ColumnType.TEXT;
    }
    int kinds = one(facts.texts()) + one(facts.numbers()) + one(facts.bools());
    if (kinds > 1) {
      column.lose(
          Loss.Kind.TYPE,
          facts.numbers() + facts.bools(),
          "There are "
              + (facts.texts() > 0 ? "texts and others" : "numbers and truth values")
              + " among its values, so all are kept as texts.");
      return ColumnType.TEXT;
    }
    if (facts.numbers() > 0) {
      return number(facts, column);
    }
    return facts.bools() > 0 ? ColumnType.BOOLEAN : text(facts);
  }

  private static int one(long count) {
    return count > 0 ? 1 : 0;
  }

  static ColumnType number(ColumnFacts facts, LearnedColumn.Builder column) {
    if (facts.infinite.count() > 0) {
      column.lose(
          Loss.Kind.TYPE,
          facts.numbers(),
          "The number "
              + facts.infinite.example()
              + " is too large to compute with, so all numbers are kept as texts.");
      return ColumnType.TEXT;
    }
    return facts.isLong() ? ColumnType.INTEGER : ColumnType.DECIMAL;
  }

  private static ColumnType text(ColumnFacts facts) {
    if (facts.texts() == 0 || facts.empty.count() > 0) {
      return ColumnType.TEXT;
    }
    if (facts.has(ValueShape.DATE)) {
      return ColumnType.DATE;
    }
    return facts.has(ValueShape.DATETIME) ? ColumnType.DATETIME : ColumnType.TEXT;
  }
}
