package org.stoa.data.format;

/** Tells display formats of SAS from other texts. */
public final class SasFormats {

  private static final int LONGEST = 32;

  private SasFormats() {}

  /** Whether SAS could have a format of this name, such as {@code DATE9.}, or the text is empty. */
  public static boolean isFormat(String text) {
    try {
      return SasFormat.parse(text).name().length() <= LONGEST;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
