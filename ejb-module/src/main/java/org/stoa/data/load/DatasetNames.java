package org.stoa.data.load;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names the datasets of one upload, each differently. */
final class DatasetNames {

  private static final int LONGEST = 100;

  private final Map<String, String> labels = new HashMap<>();

  /** {@code AE} for a file {@code ae.csv}. */
  String ofFile(SourceFile file) {
    int dot = file.name().lastIndexOf('.');
    String name = dot > 0 ? file.name().substring(0, dot) : file.name();
    return take(name, file.label());
  }

  /** The name of a member of a SAS file. */
  String ofMember(String member, SourceFile file) {
    return take(member, file.label());
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
