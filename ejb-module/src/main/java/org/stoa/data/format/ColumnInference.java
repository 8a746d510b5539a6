package org.stoa.data.format;

import java.util.ArrayList;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;

/** Watches the values of a column and narrows down what type all of them have. */
final class ColumnInference extends WatchedColumn {

  /** So many values of one type before another one are no accident. */
  private static final int NO_ACCIDENT = 100;

  private int possible = ValueShape.ALL;
  private String turn;

  @Override
  void acceptValue(byte[] bytes, int start, int end, long line) {
    if (possible == 0) {
      return;
    }
    int before = possible;
    possible = ValueShape.of(bytes, start, end, possible);
    if (possible == 0 && values() > NO_ACCIDENT) {
      turn =
          "Line %d has “%s”, where all %d values before are %s; so the column is text."
              .formatted(line, shown(bytes, start, end), values() - 1, words(type(before)));
    }
  }

  @Override
  ColumnType type() {
    return values() == 0 || possible == 0 ? ColumnType.TEXT : type(possible);
  }

  @Override
  List<Loss> losses(String name) {
    List<Loss> losses = new ArrayList<>();
    if (turn != null) {
      losses.add(new Loss(name, Kind.TYPE, 1, turn));
    }
    return losses;
  }

  private static ColumnType type(int possible) {
    if ((possible & ValueShape.INTEGER) != 0) {
      return ColumnType.INTEGER;
    }
    if ((possible & ValueShape.DECIMAL) != 0) {
      return ColumnType.DECIMAL;
    }
    if ((possible & ValueShape.DATE) != 0) {
      return ColumnType.DATE;
    }
    return (possible & ValueShape.DATETIME) != 0 ? ColumnType.DATETIME : ColumnType.BOOLEAN;
  }

  private static String words(ColumnType type) {
    return switch (type) {
      case INTEGER -> "whole numbers";
      case DECIMAL -> "numbers";
      case DATE -> "dates";
      case DATETIME -> "dates with a time";
      default -> "true or false";
    };
  }
}
