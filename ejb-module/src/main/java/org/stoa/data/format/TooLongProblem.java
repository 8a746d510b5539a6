package org.stoa.data.format;

/** A field or a record is longer than can be loaded. */
public class TooLongProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private TooLongProblem(String file, TextPlace place, String detail, int limit) {
    super("too-long", "A value is too long", file, place + ": " + detail);
    at(place);
    member("limit", limit);
  }

  /** The field that begins here has more than {@code limit} bytes. */
  public static TooLongProblem field(String file, TextPlace place, int limit) {
    return new TooLongProblem(
        file,
        place,
        "the field that begins here has more than " + limit + " bytes. Is a quote left open?",
        limit);
  }

  /** The record that begins here has more than {@code limit} bytes. */
  public static TooLongProblem record(String file, TextPlace place, int limit) {
    return new TooLongProblem(
        file, place, "the record that begins here has more than " + limit + " bytes.", limit);
  }
}
