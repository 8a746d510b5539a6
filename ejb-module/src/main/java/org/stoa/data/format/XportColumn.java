package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Arrays;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss.Kind;

/** How one column is kept by SAS XPORT of version 5. */
final class XportColumn {

  private static final XportVersion V5 = XportVersion.V5;
  private static final long FIRST_DAY = LocalDate.of(1582, 1, 1).toEpochDay();
  private static final long AFTER_LAST_DAY = LocalDate.of(10_000, 1, 1).toEpochDay();
  private static final long MICROS_OF_DAY = 86_400_000_000L;

  private final int index;
  private final ColumnSpec from;
  private final ColumnSpec to;

  private XportColumn(int index, ColumnSpec from, ColumnSpec to) {
    this.index = index;
    this.from = from;
    this.to = to;
  }

  static XportColumn of(int index, ColumnSpec from, XportNames names) {
    boolean text = from.type() == ColumnType.TEXT;
    int length = text ? Math.max(1, Math.min(from.length(), V5.maxText())) : from.length();
    ColumnSpec to =
        new ColumnSpec(
            names.of(from.name()),
            cut(from.label(), V5.maxLabel()),
            from.type(),
            length,
            format(from));
    return new XportColumn(index, from, to);
  }

  /** What stands in the file. */
  ColumnSpec kept() {
    return to;
  }

  private static String format(ColumnSpec column) {
    String own = keepableFormat(column);
    if (!own.isEmpty()) {
      return own;
    }
    return switch (column.type()) {
      case DATE -> "DATE9.";
      case DATETIME -> "DATETIME20.";
      case TIME -> "TIME8.";
      default -> "";
    };
  }

  /** The format of the column, unless its name is too long or it means something else. */
  private static String keepableFormat(ColumnSpec column) {
    SasFormat format = SasFormat.parse(column.format());
    ColumnType meaning = format.meaning();
    boolean moment = meaning != ColumnType.DECIMAL;
    boolean fits =
        switch (column.type()) {
          case TEXT -> format.name().isEmpty() || format.name().startsWith("$");
          case DATE, DATETIME, TIME -> meaning == column.type();
          default -> !moment && !format.name().startsWith("$");
        };
    return fits && format.name().length() <= V5.maxName() ? format.toString() : "";
  }

  /** Tells what the file does not keep of the column itself. */
  void tell(Losses losses) {
    if (!to.name().equals(from.name())) {
      losses.column(
          index, Kind.NAME, "It is named " + to.name() + ", for names have 8 characters.");
    }
    if (!to.label().equals(from.label())) {
      losses.column(index, Kind.DESCRIPTION, "Its label is cut after 40 bytes: " + to.label());
    } else if (!from.format().isEmpty() && !to.format().equals(from.format())) {
      losses.column(index, Kind.DESCRIPTION, "The format " + from.format() + " is not kept.");
    }
    if (from.type() == ColumnType.BOOLEAN) {
      losses.column(index, Kind.TYPE, "True and false become the numbers 1 and 0.");
    }
  }

  /** Tells what the file does not keep of the current value. */
  void tell(RowCursor rows, Losses losses) {
    if (rows.isMissing(index)) {
      return;
    }
    switch (from.type()) {
      case TEXT -> tellText(rows.text(index), losses);
      case INTEGER -> tellInteger(rows.integer(index), losses);
      case DECIMAL -> tellDecimal(rows.decimal(index), losses);
      case DATE -> tellRange(rows.epochDay(index), losses);
      case DATETIME -> tellDateTime(rows.epochMicro(index), losses);
      case BOOLEAN, TIME -> {
        // both are small numbers, which are kept
      }
    }
  }

  private void tellText(String text, Losses losses) {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length > V5.maxText()) {
      losses.value(
          index,
          Kind.LENGTH,
          () -> "A text of " + bytes.length + " bytes is cut after " + V5.maxText() + ".");
    }
    if (text.isBlank() && text.chars().allMatch(c -> c == ' ')) {
      losses.value(
          index, Kind.MISSING, () -> "A text that is empty, or blank, becomes a missing one.");
    } else if (text.endsWith(" ")) {
      losses.value(index, Kind.BLANKS, () -> "Blanks at the end of a text are not kept: " + text);
    }
    if (bytes.length != text.length()) {
      losses.value(
          index,
          Kind.ENCODING,
          () ->
              "Written in UTF-8, though the format knows ASCII alone and names no other: " + text);
    }
  }

  private void tellInteger(long value, Losses losses) {
    if ((long) (double) value != value || value == Long.MAX_VALUE) {
      losses.value(
          index,
          Kind.PRECISION,
          () -> value + " has more digits than SAS keeps; the nearest number is written.");
    }
  }

  private void tellDecimal(double value, Losses losses) {
    if (!Double.isFinite(value)) {
      losses.value(index, Kind.VALUE, () -> value + " is no number of SAS; it becomes missing.");
    } else if (!IbmDouble.isStorable(value)) {
      boolean large = Math.abs(value) > 1;
      losses.value(
          index,
          large ? Kind.VALUE : Kind.PRECISION,
          () ->
              value + " is too " + (large ? "large; it becomes missing." : "small; it becomes 0."));
    }
  }

  private void tellRange(long day, Losses losses) {
    if (day < FIRST_DAY || day >= AFTER_LAST_DAY) {
      losses.value(
          index,
          Kind.DATE_RANGE,
          () -> LocalDate.ofEpochDay(day) + " is outside of the dates of SAS, 1582 to 9999.");
    }
  }

  private void tellDateTime(long micro, Losses losses) {
    tellRange(Math.floorDiv(micro, MICROS_OF_DAY), losses);
    if (SasTime.epochMicro(SasTime.ofEpochMicro(micro)) != micro) {
      losses.value(
          index, Kind.PRECISION, () -> "So far from 1960, SAS does not keep single microseconds.");
    }
  }

  /** The current value as {@link XportWriter#row} takes it. */
  Object value(RowCursor rows) {
    if (rows.isMissing(index)) {
      return from.type() == ColumnType.TEXT ? null : rows.missing(index);
    }
    return switch (from.type()) {
      case TEXT -> cut(rows.text(index), V5.maxText());
      case INTEGER -> (double) rows.integer(index);
      case DECIMAL -> decimal(rows.decimal(index));
      case BOOLEAN -> rows.bool(index);
      case DATE -> SasTime.ofEpochDay(rows.epochDay(index));
      case DATETIME -> SasTime.ofEpochMicro(rows.epochMicro(index));
      case TIME -> SasTime.ofMicroOfDay(rows.microOfDay(index));
    };
  }

  private static Object decimal(double value) {
    if (IbmDouble.isStorable(value)) {
      return value;
    }
    return Math.abs(value) <= 1 ? Double.valueOf(0) : SasMissing.PLAIN;
  }

  /** Cut between characters. */
  static String cut(String text, int bytes) {
    byte[] all = text.getBytes(UTF_8);
    if (all.length <= bytes) {
      return text;
    }
    int end = bytes;
    while (Utf8.isContinuation(all[end] & 0xFF)) {
      end--;
    }
    return new String(Arrays.copyOf(all, end), UTF_8);
  }
}
