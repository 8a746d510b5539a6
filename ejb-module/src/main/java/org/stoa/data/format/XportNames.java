package org.stoa.data.format;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Makes names that SAS XPORT of version 5 can keep: up to 8 letters, digits and underscores, no
 * digit first, each one only once whatever the case.
 */
final class XportNames {

  private static final int LONGEST = XportVersion.V5.maxName();

  private final Set<String> taken = new HashSet<>();

  /** The name itself if it can be kept, or one that resembles it. */
  String of(String name) {
    String valid = valid(name);
    String found = valid;
    for (int i = 2; !taken.add(found.toUpperCase(Locale.ROOT)); i++) {
      String number = Integer.toString(i);
      found = cut(valid, LONGEST - number.length()) + number;
    }
    return found;
  }

  private static String valid(String name) {
    StringBuilder valid = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
      boolean digit = c >= '0' && c <= '9';
      if (digit && valid.length() == 0) {
        valid.append('_');
      }
      valid.append(letter || digit ? c : '_');
    }
    return cut(valid.toString(), LONGEST);
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
