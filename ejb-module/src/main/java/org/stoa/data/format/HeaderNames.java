package org.stoa.data.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes the names of the columns of a table one by one, and refuses those that cannot be used. */
public final class HeaderNames {

  /** The widest table. */
  public static final int MAX_COLUMNS = 4_096;

  /** The longest name in characters. */
  public static final int MAX_NAME = 255;

  private final String label;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> seen = new HashMap<>();

  /**
   * No name yet.
   *
   * @param label the name by which problems call the file
   */
  public HeaderNames(String label) {
    this.label = label;
  }

  /** Finds out where a name stands, which is asked only when something is wrong with it. */
  @FunctionalInterface
  public interface Where {

    /** The place of its first character; null in a format without lines. */
    Place place() throws IOException;
  }

  /**
   * Takes the next name.
   *
   * @throws HeaderProblem when it is empty, has control characters, is too long, or is the name of
   *     another column whatever the case of letters
   * @throws TooManyColumnsProblem when there are more columns than a table can have
   */
  public void add(String name, Where where) throws IOException {
    int number = names.size() + 1;
    if (number > MAX_COLUMNS) {
      throw new TooManyColumnsProblem(label, MAX_COLUMNS);
    }
    if (name.isEmpty()) {
      throw HeaderProblem.empty(label, number, where.place());
    }
    if (name.codePoints().anyMatch(Character::isISOControl)) {
      throw HeaderProblem.unusable(
          label, number, where.place(), "it has a line break or another control character");
    }
    if (name.length() > MAX_NAME) {
      throw HeaderProblem.unusable(
          label, number, where.place(), "it has more than " + MAX_NAME + " characters");
    }
    Integer first = seen.putIfAbsent(name.toUpperCase(Locale.ROOT), number);
    if (first != null) {
      throw HeaderProblem.duplicate(label, name, first, number, where.place());
    }
    names.add(name);
  }

  /** The names that were taken, in their order. */
  public List<String> list() {
    return List.copyOf(names);
  }
}
