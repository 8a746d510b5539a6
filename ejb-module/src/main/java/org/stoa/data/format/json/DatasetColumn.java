package org.stoa.data.format.json;

import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.format.SasFormats;

/**
 * A column as a Dataset-JSON file declares it.
 *
 * @param target whether it is told what the value becomes in a receiving system: for a date, a
 *     number
 * @param length how many characters its values are planned to have; 0 when nothing is said
 * @param format the SAS display format, perhaps empty
 */
record DatasetColumn(
    String name, String label, DataType type, boolean target, int length, String format) {

  /** What texts of it must look like to become what is declared. */
  int shapes() {
    return type.isTime() && !target ? 0 : type.shapes();
  }

  /** The column as it is known after the last row. */
  LearnedColumn learn(ColumnFacts facts) {
    LearnedColumn.Builder column = new LearnedColumn.Builder(name, facts);
    ColumnType learned = type(facts, column);
    return column.as(learned, label, length, format(column));
  }

  private String format(LearnedColumn.Builder column) {
    if (SasFormats.isFormat(format)) {
      return format;
    }
    column.lose(
        Loss.Kind.DESCRIPTION,
        0,
        "The display format " + format + " is none of SAS, and left out.");
    return "";
  }

  private ColumnType type(ColumnFacts facts, LearnedColumn.Builder column) {
    if (type.isTime() && !target) {
      return ColumnType.TEXT;
    }
    if (type.shapes() != 0 && !isAsDeclared(facts)) {
      column.lose(
          Loss.Kind.TYPE,
          0,
          "It is declared as "
              + type.word()
              + ", but a column of that type cannot have "
              + odd(facts).example()
              + ", so all values are kept as texts.");
      return ColumnType.TEXT;
    }
    if (type.meaning() != ColumnType.INTEGER && type.meaning() != ColumnType.DECIMAL) {
      return type.meaning();
    }
    ColumnType number = Inference.number(facts, column);
    return number == ColumnType.INTEGER ? type.meaning() : number;
  }

  private boolean isAsDeclared(ColumnFacts facts) {
    boolean texts = facts.texts() == facts.empty.count() || facts.has(needed());
    boolean numbers = facts.unkept.count() == 0 && facts.infinite.count() == 0;
    return texts && numbers;
  }

  private int needed() {
    return type == DataType.DECIMAL ? org.stoa.data.format.ValueShape.DECIMAL : type.shapes();
  }

  private static Seen odd(ColumnFacts facts) {
    if (facts.misshapen.count() > 0) {
      return facts.misshapen;
    }
    return facts.unkept.count() > 0 ? facts.unkept : facts.infinite;
  }
}
