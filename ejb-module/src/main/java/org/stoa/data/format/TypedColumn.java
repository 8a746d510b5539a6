package org.stoa.data.format;

import java.util.ArrayList;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;
import org.stoa.data.ReadOptions.Misfits;

/** Watches a column whose type a person gave. */
final class TypedColumn extends WatchedColumn {

  private final String file;
  private final String name;
  private final ColumnType type;
  private final Misfits policy;
  private long misfits;
  private String firstMisfit;
  private long cut;
  private String firstCut;

  TypedColumn(String file, String name, ColumnType type, Misfits policy) {
    this.file = file;
    this.name = name;
    this.type = type;
    this.policy = policy;
  }

  @Override
  void acceptValue(byte[] bytes, int start, int end, long line) {
    if (!WantedType.fits(bytes, start, end, type)) {
      if (policy == Misfits.REFUSE) {
        throw new MisfitProblem(file, line, name, shown(bytes, start, end), type);
      }
      if (misfits++ == 0) {
        firstMisfit = "Line " + line + " has “" + shown(bytes, start, end) + "”, which is none.";
      }
    } else if (!WantedType.isKept(bytes, start, end, type) && cut++ == 0) {
      firstCut = "Line " + line + " has “" + shown(bytes, start, end) + "”; fewer digits are kept.";
    }
  }

  @Override
  ColumnType type() {
    return misfits > 0 && policy == Misfits.TEXT ? ColumnType.TEXT : type;
  }

  @Override
  long misfits() {
    return type() == ColumnType.TEXT ? 0 : misfits;
  }

  @Override
  List<Loss> losses(String column) {
    List<Loss> losses = new ArrayList<>();
    if (misfits > 0) {
      boolean text = type() == ColumnType.TEXT;
      String then = text ? " So the column is text." : " It becomes missing.";
      losses.add(new Loss(column, text ? Kind.TYPE : Kind.VALUE, misfits, firstMisfit + then));
    }
    if (cut > 0 && type() == type) {
      losses.add(new Loss(column, Kind.PRECISION, cut, firstCut));
    }
    return losses;
  }
}
