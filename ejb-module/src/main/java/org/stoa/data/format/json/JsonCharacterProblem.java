package org.stoa.data.format.json;

import org.stoa.data.format.FileProblem;
import org.stoa.data.format.TextPlace;

/** A text of a JSON file has an escaped character that no text can have. */
public class JsonCharacterProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /** The text that begins at the place has a NUL, or half of a character beyond 16 bits. */
  public JsonCharacterProblem(String file, TextPlace place, char wrong) {
    super(
        "invalid-character",
        "A text has an impossible character",
        file,
        place
            + ": the text that begins here has "
            + shown(wrong)
            + (wrong == 0 ? ", which no text can have." : ", which is one half of a character.")
            + " Correct it where the file is made.");
    at(place);
    member("character", shown(wrong));
  }

  private static String shown(char wrong) {
    return String.format("\\u%04X", (int) wrong);
  }
}
