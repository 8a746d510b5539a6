package org.stoa.files.store;

import java.util.Locale;
import org.apache.tika.Tika;

/** Tells what a file is from its first bytes. */
final class MediaTypes {

  /** How many bytes are looked at. */
  static final int HEAD = 1 << 16;

  private MediaTypes() {}

  /** The bytes decide; only between kinds of plain text, which look alike, does the label. */
  static String of(byte[] head, String label) {
    String type = new Tika().detect(head);
    if (!type.equals("text/plain")) {
      return type;
    }
    String name = label.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return "text/csv";
    }
    return name.endsWith(".tsv") ? "text/tab-separated-values" : type;
  }
}
