package org.stoa.data.format.json;

import org.stoa.data.format.FileProblem;
import org.stoa.data.format.TextPlace;

/** The file is not JSON all through, or its compressed form is damaged. */
public class InvalidJsonProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private InvalidJsonProblem(String file, String detail) {
    super("invalid-json", "The file is not valid JSON", file, detail);
  }

  private static InvalidJsonProblem at(String file, TextPlace place, String detail) {
    InvalidJsonProblem problem = new InvalidJsonProblem(file, place + ": " + detail);
    problem.at(place);
    return problem;
  }

  /** Something stands here that JSON does not have at such a place. */
  static InvalidJsonProblem syntax(String file, TextPlace place, String why) {
    return at(file, place, "this is not JSON: " + why + ".");
  }

  /** The file ends in the middle of a value. */
  static InvalidJsonProblem cut(String file, TextPlace place) {
    return at(
        file,
        place,
        "the file ends in the middle of a value. It seems to be cut off: check that it was copied"
            + " whole.");
  }

  /** Something follows the value that the file consists of. */
  static InvalidJsonProblem trailing(String file, TextPlace place) {
    return at(file, place, "something follows the end of the JSON. The file must end before.");
  }

  /** The compressed data cannot be unpacked. */
  static InvalidJsonProblem damaged(String file, String why) {
    return new InvalidJsonProblem(
        file,
        "the compressed data is cut off or damaged ("
            + why
            + "). Compress it again, and check that it was copied whole.");
  }
}
