package org.stoa.data.load;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.stoa.data.format.SourceTable;

/** Names the datasets of one upload, each differently. */
final class DatasetNames {

  private static final int LONGEST = 100;

  private final Map<String, String> labels = new HashMap<>();

  /** The name that the file gives a table, or {@code AE} for a file {@code ae.csv}. */
  String of(SourceTable table, SourceFile file) {
    return take(table.name().orElseGet(() -> withoutEnding(file.name())), file.label());
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private String take(String given, String label) {
    String name = given.strip().toUpperCase(Locale.ROOT);
    if (name.isEmpty()
        || name.length() > LONGEST
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new DatasetNameProblem(label, LONGEST);
    }
    String other = labels.putIfAbsent(name, label);
    if (other != null) {
      throw new SameDatasetProblem(name, other, label);
    }
    return name;
  }
}
