package org.stoa.data.format.excel;

import java.util.Locale;

/** What numbers are that Excel shows by a number format (ECMA-376 part 1, 18.8.30 and 18.8.31). */
enum NumberMeaning {
  /** Numbers, shown as they are. */
  NUMBER,
  /** Numbers, always shown with a fraction. */
  FRACTION,
  /** Days. */
  DATE,
  /** Days and times of day. */
  DATETIME,
  /** Times of day. */
  TIME,
  /** Lengths of time, which may be longer than a day. */
  LENGTH;

  private static final int FIRST_CUSTOM = 164;

  /** What a number means whose format is built in. */
  static NumberMeaning builtIn(int id) {
    return switch (id) {
      case 2, 4, 7, 8, 10, 11, 39, 40, 43, 44 -> FRACTION;
      case 14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58 ->
          DATE;
      case 18, 19, 20, 21, 32, 33, 45, 47 -> TIME;
      case 22 -> DATETIME;
      case 46 -> LENGTH;
      default -> NUMBER;
    };
  }

  static boolean isBuiltIn(int id) {
    return id < FIRST_CUSTOM;
  }

  /** What a number means that is shown by such a code, as {@code yyyy\-mm\-dd}. */
  static NumberMeaning of(String code) {
    return new Code(code.toLowerCase(Locale.ROOT)).meaning();
  }

  /** Walks over a code. Letters mean parts of dates unless they are quoted. */
  private static final class Code {

    private final String code;
    private boolean days;
    private boolean times;
    private boolean length;
    private boolean fraction;
    private boolean openM;
    private boolean afterHours;

    Code(String code) {
      this.code = code;
    }

    NumberMeaning meaning() {
      int at = 0;
      while (at < code.length()) {
        at = step(at);
      }
      days |= openM;
      if (days) {
        return times ? DATETIME : DATE;
      }
      if (length) {
        return LENGTH;
      }
      if (times) {
        return TIME;
      }
      return fraction ? FRACTION : NUMBER;
    }

    private int step(int at) {
      char c = code.charAt(at);
      return switch (c) {
        case '"' -> after('"', at);
        case '\\', '_', '*' -> at + 2;
        case '[' -> bracket(at);
        case 'g' -> code.startsWith("general", at) ? at + 7 : letter(c, at);
        case 'a' -> amPm(at);
        case 'e' -> isNext(at, "+-") ? at + 2 : letter(c, at);
        case '.' -> {
          fraction |= isNext(at, "0#?");
          yield at + 1;
        }
        default -> letter(c, at);
      };
    }

    private boolean isNext(int at, String characters) {
      return at + 1 < code.length() && characters.indexOf(code.charAt(at + 1)) >= 0;
    }

    private int after(char end, int at) {
      int found = code.indexOf(end, at + 1);
      return found < 0 ? code.length() : found + 1;
    }

    /** A length of time such as {@code [hh]}; colours, conditions and languages mean nothing. */
    private int bracket(int at) {
      int end = after(']', at);
      String inside = code.substring(at + 1, Math.max(at + 1, end - 1));
      if (inside.matches("h+|m+|s+")) {
        length = true;
        times = true;
        afterHours = true;
      }
      return end;
    }

    private int amPm(int at) {
      if (code.startsWith("am/pm", at)) {
        times = true;
        return at + 5;
      }
      if (code.startsWith("a/p", at)) {
        times = true;
        return at + 3;
      }
      return letter('a', at);
    }

    /** An m stands for minutes behind hours and before seconds, otherwise for months. */
    private int letter(char c, int at) {
      if ("ydegb".indexOf(c) >= 0) {
        days = true;
        closeM();
      } else if (c == 'h') {
        times = true;
        closeM();
        afterHours = true;
      } else if (c == 's') {
        times = true;
        openM = false;
        afterHours = false;
      } else if (c == 'm') {
        int end = at;
        while (end < code.length() && code.charAt(end) == 'm') {
          end++;
        }
        closeM();
        openM = !afterHours;
        afterHours = false;
        return end;
      }
      return at + 1;
    }

    private void closeM() {
      days |= openM;
      openM = false;
      afterHours = false;
    }
  }
}
