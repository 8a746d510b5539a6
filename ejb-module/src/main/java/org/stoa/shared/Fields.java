package org.stoa.shared;

import java.util.ArrayList;
import java.util.List;

/**
 * Gathers what is wrong with the fields of one input, so that all of it is told at once.
 *
 * <pre>{@code
 * Fields fields = new Fields();
 * String name = fields.text("name", command.name(), 200);
 * fields.check();
 * }</pre>
 */
public final class Fields {

  private final List<InvalidProblem.FieldError> errors = new ArrayList<>();

  /**
   * A text that must be there.
   *
   * @param most the greatest number of characters (code points)
   * @return the text without surrounding blanks, or an empty text when it was refused
   */
  public String text(String field, String value, int most) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty()) {
      refuse(field, "is missing");
    } else {
      free(field, text, most);
    }
    return text;
  }

  /** A text that may be missing; then it is empty. */
  public String optionalText(String field, String value, int most) {
    String text = value == null ? "" : value.strip();
    free(field, text, most);
    return text;
  }

  /** Notes that a field is refused, and what would be accepted: "must be a number above 0". */
  public void refuse(String field, String message) {
    errors.add(new InvalidProblem.FieldError(field, message));
  }

  /** Notes the field as refused unless the condition holds. */
  public void require(boolean condition, String field, String message) {
    if (!condition) {
      refuse(field, message);
    }
  }

  /** Takes over what is wrong with the members of an object that is a field itself. */
  public void within(String field, Fields members) {
    members.errors.forEach(wrong -> refuse(field + "." + wrong.field(), wrong.message()));
  }

  /** Ends in {@link InvalidProblem} when any field was refused. */
  public void check() {
    if (!errors.isEmpty()) {
      throw new InvalidProblem(errors);
    }
  }

  private void free(String field, String text, int most) {
    if (text.codePointCount(0, text.length()) > most) {
      refuse(field, "must have at most " + most + " characters");
    }
    if (text.codePoints().anyMatch(Fields::unstorable)) {
      refuse(field, "must not have control characters or broken surrogates");
    }
  }

  private static boolean unstorable(int point) {
    boolean layout = point == '\n' || point == '\r' || point == '\t';
    boolean lone = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    return lone || (Character.isISOControl(point) && !layout);
  }
}
