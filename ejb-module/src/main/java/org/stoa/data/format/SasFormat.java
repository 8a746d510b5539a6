package org.stoa.data.format;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stoa.data.ColumnType;

/**
 * How SAS shows a value, such as {@code DATE9.} or {@code 8.2}. It tells dates from numbers, for
 * both are stored as numbers.
 *
 * @param name in capitals, empty for plain numbers; {@code $…} for texts
 * @param width how many characters, 0 when not given
 * @param decimals how many digits behind the point, 0 when not given
 */
record SasFormat(String name, int width, int decimals) {

  static final SasFormat NONE = new SasFormat("", 0, 0);

  private static final Pattern TEXT =
      Pattern.compile("(\\$?(?:[A-Z_][A-Z0-9_]*?)?)(\\d{0,4})(?:\\.(\\d{0,3}))?");

  private static final Set<String> DATES =
      Set.of(
          "DATE",
          "DAY",
          "DOWNAME",
          "DDMMYY",
          "DDMMYYB",
          "DDMMYYC",
          "DDMMYYD",
          "DDMMYYN",
          "DDMMYYP",
          "DDMMYYS",
          "EURDFDD",
          "EURDFDE",
          "EURDFMY",
          "JULDAY",
          "JULIAN",
          "MMDDYY",
          "MMDDYYB",
          "MMDDYYC",
          "MMDDYYD",
          "MMDDYYN",
          "MMDDYYP",
          "MMDDYYS",
          "MMYY",
          "MMYYC",
          "MMYYD",
          "MMYYN",
          "MMYYP",
          "MMYYS",
          "MONNAME",
          "MONTH",
          "MONYY",
          "NLDATE",
          "NLDATEL",
          "NLDATEM",
          "NLDATES",
          "QTR",
          "QTRR",
          "WEEKDATE",
          "WEEKDATX",
          "WEEKDAY",
          "WORDDATE",
          "WORDDATX",
          "YEAR",
          "YYMM",
          "YYMMC",
          "YYMMD",
          "YYMMN",
          "YYMMP",
          "YYMMS",
          "YYMMDD",
          "YYMMDDB",
          "YYMMDDC",
          "YYMMDDD",
          "YYMMDDN",
          "YYMMDDP",
          "YYMMDDS",
          "YYMON",
          "YYQ",
          "YYQC",
          "YYQD",
          "YYQN",
          "YYQP",
          "YYQS",
          "YYQR",
          "B8601DA",
          "E8601DA",
          "IS8601DA");

  private static final Set<String> DATETIMES =
      Set.of(
          "DATETIME",
          "DATEAMPM",
          "DTDATE",
          "DTMONYY",
          "DTWKDATX",
          "DTYEAR",
          "DTYYQC",
          "MDYAMPM",
          "NLDATM",
          "NLDATML",
          "NLDATMM",
          "NLDATMS",
          "YMDDTTM",
          "B8601DN",
          "B8601DT",
          "B8601DX",
          "B8601DZ",
          "B8601LX",
          "E8601DN",
          "E8601DT",
          "E8601DX",
          "E8601DZ",
          "E8601LX",
          "IS8601DN",
          "IS8601DT",
          "IS8601DZ");

  private static final Set<String> TIMES =
      Set.of(
          "TIME",
          "TIMEAMPM",
          "TOD",
          "HHMM",
          "HOUR",
          "MMSS",
          "NLTIME",
          "NLTIMAP",
          "B8601LZ",
          "B8601TM",
          "B8601TZ",
          "E8601LZ",
          "E8601TM",
          "E8601TZ",
          "IS8601LZ",
          "IS8601TM",
          "IS8601TZ");

  /**
   * From its text, such as {@code DATE9.}; an empty text is {@link #NONE}.
   *
   * @throws IllegalArgumentException when no format looks like that
   */
  static SasFormat parse(String text) {
    Matcher parts = TEXT.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a format of SAS: " + text);
    }
    return new SasFormat(parts.group(1), number(parts.group(2)), number(parts.group(3)));
  }

  private static int number(String digits) {
    return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /** What the numbers that are shown like this mean: DATE, DATETIME, TIME or DECIMAL. */
  ColumnType meaning() {
    if (DATES.contains(name)) {
      return ColumnType.DATE;
    }
    if (DATETIMES.contains(name)) {
      return ColumnType.DATETIME;
    }
    return TIMES.contains(name) ? ColumnType.TIME : ColumnType.DECIMAL;
  }

  /** As SAS writes it, with the dot; empty for {@link #NONE}. */
  @Override
  public String toString() {
    if (equals(NONE)) {
      return "";
    }
    return name + (width == 0 ? "" : width) + "." + (decimals == 0 ? "" : decimals);
  }
}
