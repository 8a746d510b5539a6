package org.stoa.data.format.json;

import java.util.ArrayList;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.format.ColumnSpec;

/**
 * A column as it is known after the last row.
 *
 * @param losses what of the file is not kept of it
 */
record LearnedColumn(ColumnSpec spec, List<Loss> losses) {

  LearnedColumn {
    losses = List.copyOf(losses);
  }

  /** Puts a column together, together with what is lost by its type. */
  static final class Builder {

    private final String name;
    private final ColumnFacts facts;
    private final List<Loss> losses = new ArrayList<>();

    Builder(String name, ColumnFacts facts) {
      this.name = name;
      this.facts = facts;
    }

    /** Something else is lost. */
    Builder lose(Loss.Kind kind, long values, String detail) {
      losses.add(new Loss(name, kind, values, detail));
      return this;
    }

    /** The column has this type. */
    LearnedColumn as(ColumnType type, String label, int length, String format) {
      if (type == ColumnType.DECIMAL && facts.unkept.count() > 0) {
        lose(
            Loss.Kind.PRECISION,
            facts.unkept.count(),
            "A 64-bit number cannot keep all digits of " + facts.unkept.example() + ".");
      }
      if (type != ColumnType.TEXT && facts.empty.count() > 0) {
        lose(
            Loss.Kind.MISSING,
            facts.empty.count(),
            "The empty text " + facts.empty.example() + " becomes a missing value.");
      }
      boolean text = type == ColumnType.TEXT;
      int bytes = text ? Math.max(length, facts.longest()) : 0;
      return new LearnedColumn(new ColumnSpec(name, label, type, bytes, format), losses);
    }
  }
}
