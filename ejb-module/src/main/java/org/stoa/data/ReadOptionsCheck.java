package org.stoa.data;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.ArrayList;
import java.util.List;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.InvalidProblem.FieldError;

/** Refuses corrections that no file can be read with. */
final class ReadOptionsCheck {

  private static final int LAST_ASCII = 126;

  private final List<FieldError> errors = new ArrayList<>();

  private ReadOptionsCheck() {}

  /**
   * Checks all of them.
   *
   * @throws InvalidProblem with each that is wrong
   */
  static void check(ReadOptions options) {
    ReadOptionsCheck check = new ReadOptionsCheck();
    if (options.delimiter() != null) {
      check.character("delimiter", options.delimiter());
    }
    if (options.quote() != null && !options.quote().isEmpty()) {
      check.character("quote", options.quote());
      if (options.quote().equals(options.delimiter())) {
        check.add("quote", "must differ from the delimiter");
      }
    }
    if (options.encoding() != null && !isEncoding(options.encoding())) {
      check.add("encoding", "is no encoding that is known here, such as windows-1252");
    }
    if (!check.errors.isEmpty()) {
      throw new InvalidProblem(check.errors);
    }
  }

  private void character(String field, String text) {
    boolean one = text.length() == 1;
    boolean usable =
        one && (text.charAt(0) == '\t' || (text.charAt(0) >= ' ' && text.charAt(0) <= LAST_ASCII));
    if (!usable) {
      add(field, "must be one character of ASCII, or a tab");
    }
  }

  private static boolean isEncoding(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalCharsetNameException e) {
      return false;
    }
  }

  private void add(String field, String message) {
    errors.add(new FieldError(field, message));
  }
}
