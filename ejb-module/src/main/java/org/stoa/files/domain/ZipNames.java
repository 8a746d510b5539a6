package org.stoa.files.domain;

import java.util.Arrays;
import java.util.Set;

/** Judges the names of the entries of an archive. */
public final class ZipNames {

  private static final int MAX_LENGTH = 512;
  private static final Set<String> LITTER = Set.of(".DS_Store", "Thumbs.db", "desktop.ini");

  private ZipNames() {}

  /**
   * Whether the name could lead out of the archive when somebody trusted it: it is absolute, has a
   * drive letter, a backslash or a control character, or goes up; or it is too long to be honest.
   */
  public static boolean escapes(String name) {
    return name.isEmpty()
        || name.length() > MAX_LENGTH
        || name.startsWith("/")
        || name.indexOf('\\') >= 0
        || name.matches("(?s)[A-Za-z]:.*")
        || name.codePoints().anyMatch(Character::isISOControl)
        || Arrays.asList(name.split("/", -1)).contains("..");
  }

  /** Whether an operating system left the file there, and not a person. */
  public static boolean isLitter(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return name.startsWith("__MACOSX/") || file.startsWith("._") || LITTER.contains(file);
  }

  /** The name for a message: short, and without control characters. */
  public static String shown(String name) {
    String visible =
        name.codePoints().anyMatch(Character::isISOControl)
            ? name.replaceAll("\\p{Cntrl}", "�")
            : name;
    return visible.length() > 100 ? visible.substring(0, 100) + "…" : visible;
  }
}
