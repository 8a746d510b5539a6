package org.stoa.work.schedule;

import java.util.List;
import java.util.regex.Pattern;

/** One field of cron: what it is called, the names of its values, and what only Quartz knows. */
enum CronField {
  SECOND("second", "", ""),
  MINUTE("minute", "", ""),
  HOUR("hour", "", ""),
  DAY_OF_MONTH("day of month", "", "\\?|L|LW|L-([1-9]|[12]\\d|30)|([1-9]|1\\d|2[0-8])W"),
  MONTH("month", "JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC", ""),
  DAY_OF_WEEK(
      "day of week",
      "SUN|MON|TUE|WED|THU|FRI|SAT",
      "\\?|L|([1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(L|#[1-5])"),
  YEAR("year", "", "");

  private final String words;
  private final String names;
  private final Pattern list;
  private final Pattern special;

  CronField(String words, String names, String special) {
    String value = names.isEmpty() ? "\\d{1,4}" : "(\\d{1,4}|" + names + ")";
    String item = "(\\*|" + value + "(-" + value + ")?)(/\\d{1,4})?";
    this.words = words;
    this.names = names;
    this.list = Pattern.compile(item + "(," + item + ")*");
    this.special = Pattern.compile(special);
  }

  /** What it is called. */
  String words() {
    return words;
  }

  /** Values, ranges, steps, and lists of them. */
  boolean isList(String text) {
    return list.matcher(text).matches();
  }

  /** What stands alone in a field of Quartz: {@code ?}, {@code L}, {@code 15W}, {@code MON#2}. */
  boolean isSpecial(String text) {
    return special.matcher(text).matches();
  }

  /** The number of a value, for comparing the ends of a range. */
  int number(String value) {
    int named = List.of(names.split("\\|", -1)).indexOf(value);
    return named < 0 ? Integer.parseInt(value) : named + (this == MONTH ? 1 : 0);
  }
}
