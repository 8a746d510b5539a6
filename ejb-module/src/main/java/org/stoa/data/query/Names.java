package org.stoa.data.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Helps those who mistyped a name. */
final class Names {

  private static final int LONGEST_SHOWN = 60;

  private Names() {}

  /** The name as it may stand in a sentence: cut when it is very long. */
  static String shown(String name) {
    return name.length() <= LONGEST_SHOWN ? name : name.substring(0, LONGEST_SHOWN) + "…";
  }

  /** " Did you mean AESEV?", or else the names that there are, or nothing when they are many. */
  static String hint(String name, Collection<String> known) {
    return nearest(name, known)
        .map(near -> " Did you mean " + near + "?")
        .orElseGet(() -> known.size() > 12 ? "" : " Known are " + String.join(", ", known) + ".");
  }

  /** The known name that takes the fewest edits, if they are few for a name of this length. */
  static Optional<String> nearest(String name, Collection<String> known) {
    if (name.length() > LONGEST_SHOWN) {
      return Optional.empty();
    }
    int mostEdits = (name.length() + 1) / 3;
    return known.stream()
        .filter(candidate -> edits(name, candidate) <= mostEdits)
        .min(Comparator.comparingInt(candidate -> edits(name, candidate)));
  }

  /** Levenshtein's distance with swapped neighbours as one edit, case ignored. */
  private static int edits(String left, String right) {
    String a = left.toUpperCase(Locale.ROOT);
    String b = right.toUpperCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewest(a, b, edits, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int fewest(String a, String b, int[][] edits, int i, int j) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int fewest = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
  }
}
