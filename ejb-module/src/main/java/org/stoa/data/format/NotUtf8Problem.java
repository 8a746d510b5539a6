package org.stoa.data.format;

import java.util.Locale;

/** The text of a file is in another encoding than UTF-8. */
public class NotUtf8Problem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private static final String TITLE = "The text is not UTF-8";

  /**
   * A byte of a text file that UTF-8 does not have at this place.
   *
   * @param wrongByte the byte, 0 to 255
   * @param looksLike the encodings that would have it
   */
  public NotUtf8Problem(String file, TextPlace place, int wrongByte, String looksLike) {
    super(
        "not-utf8",
        TITLE,
        file,
        place
            + " has the byte "
            + hex(wrongByte)
            + ", which is not UTF-8. The file looks like "
            + looksLike
            + ". Save it as UTF-8 and load it again.");
    at(place);
    member("byte", hex(wrongByte));
    member("looksLike", looksLike);
  }

  /**
   * The file as a whole is in another encoding, such as UTF-16.
   *
   * @param looksLike the encoding
   */
  public NotUtf8Problem(String file, String looksLike) {
    super(
        "not-utf8",
        TITLE,
        file,
        "the file looks like " + looksLike + ". Save it as UTF-8 and load it again.");
    at(new TextPlace(1, 1));
    member("looksLike", looksLike);
  }

  /**
   * A value of a SAS file that is not UTF-8.
   *
   * @param dataset the name of the member
   * @param row the row, counted from 1; 0 for names and labels
   * @param variable the name of the variable
   */
  public NotUtf8Problem(
      String file, String dataset, long row, String variable, int wrongByte, String looksLike) {
    super(
        "not-utf8",
        TITLE,
        file,
        (row == 0 ? "the label of " : "row " + row + " of ")
            + (row == 0 ? dataset + "." + variable : dataset + " has in " + variable)
            + (row == 0 ? " has" : "")
            + " the byte "
            + hex(wrongByte)
            + ", which is not UTF-8. The file looks like "
            + looksLike
            + ". Export it with encoding UTF-8 and load it again.");
    member("dataset", dataset);
    member("row", row == 0 ? null : row);
    member("variable", variable);
    member("byte", hex(wrongByte));
    member("looksLike", looksLike);
  }

  private static String hex(int wrongByte) {
    return "0x" + String.format(Locale.ROOT, "%02X", wrongByte);
  }
}
