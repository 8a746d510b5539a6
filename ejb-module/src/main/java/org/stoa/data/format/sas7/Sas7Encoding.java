package org.stoa.data.format.sas7;

import java.nio.charset.Charset;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The encodings of texts by the number that the header of a dataset has. */
final class Sas7Encoding {

  private static final Map<Integer, String> NAMES = new HashMap<>();

  static {
    NAMES.put(0, "windows-1252");
    NAMES.put(20, "UTF-8");
    NAMES.put(28, "US-ASCII");
    NAMES.put(29, "ISO-8859-1");
    NAMES.put(30, "ISO-8859-2");
    NAMES.put(31, "ISO-8859-3");
    NAMES.put(40, "ISO-8859-9");
    NAMES.put(125, "GB18030");
    for (int page = 0; page <= 8; page++) {
      NAMES.put(60 + page, "windows-125" + page);
    }
  }

  private Sas7Encoding() {}

  /** The encoding of a number; empty when nobody knows it. */
  static Optional<Charset> of(int number) {
    String name = NAMES.get(number);
    try {
      return name == null ? Optional.empty() : Optional.of(Charset.forName(name));
    } catch (UnsupportedCharsetException e) {
      // A runtime without the less usual encodings does not know it either.
      return Optional.empty();
    }
  }
}
