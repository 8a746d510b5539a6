package org.stoa.files.domain;

import java.text.Normalizer;

/** Makes a label out of a name that somebody else gave: no folders, nothing invisible, not long. */
public final class FileLabel {

  /** The longest label in code points. */
  public static final int MAX_LENGTH = 200;

  private static final int MAX_SUFFIX = 20;
  private static final String NAMELESS = "unnamed";

  private FileLabel() {}

  /** The label for a name; null and names without anything visible become "unnamed". */
  public static String of(String name) {
    if (name == null) {
      return NAMELESS;
    }
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String visible =
        last.codePoints()
            .filter(FileLabel::isVisible)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    String label = shorten(Normalizer.normalize(visible, Normalizer.Form.NFC).strip());
    return label.isEmpty() || label.equals(".") || label.equals("..") ? NAMELESS : label;
  }

  /** Neither a control nor a formatting character, such as the one that turns writing round. */
  private static boolean isVisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.UNASSIGNED;
  }

  /** Keeps the suffix, which tells people the kind. */
  private static String shorten(String label) {
    int length = label.codePointCount(0, label.length());
    if (length <= MAX_LENGTH) {
      return label;
    }
    int dot = label.lastIndexOf('.');
    String suffix = dot > 0 && label.length() - dot <= MAX_SUFFIX ? label.substring(dot) : "";
    int kept = MAX_LENGTH - 1 - suffix.codePointCount(0, suffix.length());
    return label.substring(0, label.offsetByCodePoints(0, kept)) + "…" + suffix;
  }
}
