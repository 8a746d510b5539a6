package org.stoa.data.query;

import org.stoa.data.FilterProblem;

/**
 * The text of a filter before it is parsed. It is refused here when it is too long, too deep, or
 * has something that no filter needs: comments, statement ends, dollar quotes, control characters.
 */
final class FilterText {

  static final int LONGEST = 10_000;
  static final int DEEPEST = 40;

  /** Outside of quotes, besides letters and digits. */
  private static final String HARMLESS = " \t\n\r()=<>!,.'\"+-_";

  private final String text;
  private int at;
  private int depth;

  private FilterText(String text) {
    this.text = text;
  }

  /**
   * Checks the text.
   *
   * @throws FilterProblem when something in it does not belong into a filter
   */
  static void check(String text) {
    if (text.length() > LONGEST) {
      throw new FilterProblem(1, 1, "A filter has at most " + LONGEST + " characters.");
    }
    new FilterText(text).scan();
  }

  private void scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\'' || c == '"') {
        skipQuoted(c);
      } else {
        accept(c);
        at++;
      }
    }
  }

  private void accept(char c) {
    if (c == '-' && text.startsWith("--", at)) {
      throw refused("Comments do not belong into a filter.");
    }
    if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c) && HARMLESS.indexOf(c) < 0) {
      throw refused(unexpected());
    }
    nest(c);
  }

  private void nest(char c) {
    if (c == '(' && ++depth > DEEPEST) {
      throw refused("Parentheses are nested more than " + DEEPEST + " deep.");
    }
    if (c == ')') {
      depth--;
    }
  }

  private String unexpected() {
    int character = text.codePointAt(at);
    if (Character.isISOControl(character)) {
      return "A control character does not belong into a filter.";
    }
    return "The character '"
        + Character.toString(character)
        + "' does not belong into a filter, unless it is inside of quotes.";
  }

  private void skipQuoted(char quote) {
    int begin = at;
    do {
      int end = text.indexOf(quote, at + 1);
      if (end < 0) {
        at = begin;
        throw refused("The quote " + quote + " that opens here is never closed.");
      }
      at = end + 1;
    } while (at < text.length() && text.charAt(at) == quote);
    if (text.substring(begin, at).indexOf('\0') >= 0) {
      throw refused("A control character does not belong into a filter.");
    }
  }

  private FilterProblem refused(String reason) {
    return Position.ofOffset(text, at).problem(reason);
  }
}
