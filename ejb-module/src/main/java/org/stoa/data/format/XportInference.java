package org.stoa.data.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.stoa.data.ColumnType;

/** Reads all rows of a member once: checks the texts and learns what the numbers are. */
final class XportInference {

  private static final double MAX_WHOLE = 0x1p53;
  private static final int PROGRESS_EVERY = 10_000;

  private final XportBytes bytes;
  private final XportMember member;
  private final List<XportVariable> variables;
  private final boolean[] asMeant;
  private final boolean[] whole;
  private final boolean[] seen;
  private final boolean[] reasons;

  XportInference(XportBytes bytes, XportMember member) {
    this.bytes = bytes;
    this.member = member;
    this.variables = member.variables();
    this.asMeant = new boolean[variables.size()];
    this.whole = new boolean[variables.size()];
    this.seen = new boolean[variables.size()];
    this.reasons = new boolean[variables.size()];
    for (int i = 0; i < whole.length; i++) {
      asMeant[i] = true;
      whole[i] = variables.get(i).format().decimals() == 0;
    }
  }

  /** The member with the types that its values allow. */
  XportMember learn(LongConsumer progress) {
    try (XportRows rows = new XportRows(bytes, member)) {
      while (rows.next()) {
        for (int i = 0; i < whole.length; i++) {
          look(rows, i);
        }
        if (rows.row() % PROGRESS_EVERY == 0) {
          progress.accept(rows.row());
        }
      }
    }
    List<XportVariable> typed = new ArrayList<>(whole.length);
    for (int i = 0; i < whole.length; i++) {
      typed.add(variables.get(i).as(type(i), reasons[i]));
    }
    return member.withVariables(typed);
  }

  private void look(XportRows rows, int i) {
    if (variables.get(i).isText()) {
      requireUtf8(rows, i);
    } else if (rows.isMissing(i)) {
      reasons[i] = reasons[i] || !rows.missing(i).equals(SasMissing.PLAIN);
    } else {
      double value = rows.decimal(i);
      seen[i] = true;
      asMeant[i] = asMeant[i] && isAsMeant(variables.get(i).column().type(), value);
      whole[i] = whole[i] && isWhole(value);
    }
  }

  private void requireUtf8(XportRows rows, int i) {
    int wrong = rows.firstInvalid(i);
    if (wrong >= 0) {
      int value = rows.byteAt(i, wrong);
      throw new NotUtf8Problem(
          bytes.label(),
          member.name(),
          rows.row(),
          variables.get(i).column().name(),
          value,
          Utf8.looksLike(value));
    }
  }

  private static boolean isAsMeant(ColumnType meant, double value) {
    return switch (meant) {
      case DATE -> SasTime.isDate(value);
      case DATETIME -> SasTime.isDateTime(value);
      case TIME -> SasTime.isTime(value);
      default -> true;
    };
  }

  private static boolean isWhole(double value) {
    boolean negativeZero = value == 0 && Double.doubleToRawLongBits(value) != 0;
    return value == Math.rint(value) && Math.abs(value) <= MAX_WHOLE && !negativeZero;
  }

  private ColumnType type(int i) {
    ColumnType meant = variables.get(i).column().type();
    if (meant == ColumnType.TEXT || (meant != ColumnType.DECIMAL && asMeant[i])) {
      return meant;
    }
    return seen[i] && whole[i] ? ColumnType.INTEGER : ColumnType.DECIMAL;
  }
}
