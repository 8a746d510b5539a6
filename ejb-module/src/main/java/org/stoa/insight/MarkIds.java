package org.stoa.insight;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;

/** Writes the values that a mark stands for into its id, and reads them back. */
final class MarkIds {

  private static final int LONGEST = 4_000;

  private MarkIds() {}

  static String of(List<Object> key) {
    return JsonText.of(key);
  }

  /**
   * The values that the mark stands for.
   *
   * @param size how many values a mark of the widget has
   * @throws InvalidProblem when it is not the id of a mark of the widget
   */
  static List<Object> key(String id, int size) {
    if (id.length() > LONGEST) {
      throw unknown();
    }
    List<?> values = read(id);
    if (values == null || values.size() != size || !values.stream().allMatch(MarkIds::isValue)) {
      throw unknown();
    }
    return Collections.unmodifiableList(new ArrayList<Object>(values));
  }

  private static List<?> read(String id) {
    try {
      return JsonText.read(id, List.class);
    } catch (JsonbException | JsonException e) {
      InvalidProblem problem = unknown();
      problem.initCause(e);
      throw problem;
    }
  }

  private static boolean isValue(Object value) {
    return value == null
        || value instanceof String
        || value instanceof Number
        || value instanceof Boolean;
  }

  private static InvalidProblem unknown() {
    return new InvalidProblem("mark", "is not a mark of this widget");
  }
}
