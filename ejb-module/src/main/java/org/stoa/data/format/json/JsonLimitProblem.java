package org.stoa.data.format.json;

import java.util.Locale;
import org.stoa.data.format.FileProblem;
import org.stoa.data.format.TextPlace;

/** Something in a JSON file is larger or deeper than can be loaded. Carries {@code limit}. */
public class JsonLimitProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  private JsonLimitProblem(String file, String detail, long limit) {
    super("json-limit", "The JSON is larger than can be loaded", file, detail);
    member("limit", limit);
  }

  private static JsonLimitProblem at(String file, TextPlace place, String detail, long limit) {
    JsonLimitProblem problem = new JsonLimitProblem(file, place + ": " + detail, limit);
    problem.at(place);
    return problem;
  }

  /** Values lie in each other deeper than {@code limit}. */
  static JsonLimitProblem depth(String file, TextPlace place, int limit) {
    return at(
        file, place, "values lie in each other more than " + limit + " levels deep here.", limit);
  }

  /** A text, a number, a name or a nested value has more than {@code limit} characters. */
  static JsonLimitProblem length(String file, TextPlace place, String what, int limit) {
    return at(file, place, what + " here has more than " + number(limit) + " characters.", limit);
  }

  /** Unpacked, the file has more than {@code limit} bytes. */
  static JsonLimitProblem unpacked(String file, long limit) {
    return new JsonLimitProblem(
        file,
        "unpacked it has more than " + number(limit) + " bytes, which is more than is allowed.",
        limit);
  }

  private static String number(long limit) {
    return String.format(Locale.ROOT, "%,d", limit);
  }
}
