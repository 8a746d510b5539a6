package org.stoa.study.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.InvalidProblem.FieldError;

/** What a code and a title may be. All that is wrong is told at once. */
public final class StudyRules {

  /** The longest code, in characters. */
  public static final int MAX_CODE = 40;

  /** The longest title, in characters; one beyond the basic plane counts as one. */
  public static final int MAX_TITLE = 200;

  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private StudyRules() {}

  /**
   * Checks what a study is born with.
   *
   * @throws InvalidProblem when the code, the title or both are refused
   */
  public static void check(String code, String title) {
    List<FieldError> errors = new ArrayList<>();
    codeFault(code).ifPresent(fault -> errors.add(new FieldError("code", fault)));
    titleFault(title).ifPresent(fault -> errors.add(new FieldError("title", fault)));
    if (!errors.isEmpty()) {
      throw new InvalidProblem(errors);
    }
  }

  /**
   * Checks a title alone.
   *
   * @throws InvalidProblem when it is refused
   */
  public static void checkTitle(String title) {
    titleFault(title)
        .ifPresent(
            fault -> {
              throw new InvalidProblem("title", fault);
            });
  }

  private static Optional<String> codeFault(String code) {
    if (code == null || code.isEmpty()) {
      return Optional.of("is missing");
    }
    if (code.length() > MAX_CODE) {
      return Optional.of("has " + code.length() + " characters, at most " + MAX_CODE + " fit");
    }
    return CODE.matcher(code).matches()
        ? Optional.empty()
        : Optional.of(
            "may have letters A to Z, digits, '.', '_' and '-', and begins with a letter or digit");
  }

  private static Optional<String> titleFault(String title) {
    if (title == null || title.isBlank()) {
      return Optional.of("is missing");
    }
    int length = title.codePointCount(0, title.length());
    if (length > MAX_TITLE) {
      return Optional.of("has " + length + " characters, at most " + MAX_TITLE + " fit");
    }
    return title.codePoints().anyMatch(StudyRules::isUnfit)
        ? Optional.of("has a control character or half a surrogate pair")
        : Optional.empty();
  }

  private static boolean isUnfit(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }
}
