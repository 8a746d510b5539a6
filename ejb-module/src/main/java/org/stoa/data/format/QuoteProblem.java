package org.stoa.data.format;

/** The quotes of a CSV file do not pair. */
public class QuoteProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private QuoteProblem(String file, TextPlace place, String detail) {
    super("bad-quotes", "The quotes do not pair", file, place + ": " + detail);
    at(place);
  }

  /** A quote opens here and the file ends before it closes. */
  public static QuoteProblem unterminated(String file, TextPlace opened) {
    return new QuoteProblem(file, opened, "a quote opens here and is never closed.");
  }

  /** Text follows a closing quote here. */
  public static QuoteProblem textAfterQuote(String file, TextPlace place) {
    return new QuoteProblem(
        file,
        place,
        "text follows a closing quote. A quote inside a quoted field is written twice (\"\").");
  }
}
