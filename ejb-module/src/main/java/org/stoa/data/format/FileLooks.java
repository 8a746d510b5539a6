package org.stoa.data.format;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.Tika;

/** Says in words what the beginning of a file looks like when it is no CSV. */
final class FileLooks {

  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("application/gzip", "a gzip archive"),
          Map.entry("application/msword", "an old Microsoft Office document (such as DOC or XLS)"),
          Map.entry("application/pdf", "a PDF document"),
          Map.entry("application/rtf", "an RTF document"),
          Map.entry("application/vnd.ms-excel", "an old Excel workbook (XLS)"),
          Map.entry("application/x-7z-compressed", "a 7-Zip archive"),
          Map.entry("application/x-bzip2", "a bzip2 archive"),
          Map.entry("application/x-rar-compressed", "a RAR archive"),
          Map.entry("application/x-stata-dta", "a Stata dataset"),
          Map.entry("application/x-tika-msoffice", "an old Microsoft Office file (such as XLS)"),
          Map.entry("application/x-xz", "an xz archive"),
          Map.entry("application/xhtml+xml", "an HTML page"),
          Map.entry("application/xml", "XML"),
          Map.entry("image/gif", "a GIF image"),
          Map.entry("image/jpeg", "a JPEG image"),
          Map.entry("image/png", "a PNG image"),
          Map.entry("text/html", "an HTML page"));

  /** Kinds that are text, or begin so, and yet are no CSV. */
  private static final Set<String> TEXTS =
      Set.of(
          "application/pdf",
          "application/rtf",
          "application/xhtml+xml",
          "application/xml",
          "text/html");

  private static final String UNKNOWN = "application/octet-stream";

  private FileLooks() {}

  /** What it looks like; empty when it may be CSV. */
  static Optional<String> notCsv(byte[] head) {
    String type = new Tika().detect(head);
    if (isBinary(head)) {
      return Optional.of(type.startsWith("text/") ? binary(UNKNOWN) : binary(type));
    }
    return TEXTS.contains(type) ? Optional.of(WORDS.get(type)) : Optional.empty();
  }

  private static String binary(String type) {
    return type.equals(UNKNOWN)
        ? "a binary file of an unknown kind"
        : WORDS.getOrDefault(type, "a file of the type " + type);
  }

  /** More than one control character in a hundred bytes, which no text has. */
  private static boolean isBinary(byte[] head) {
    int controls = 0;
    for (byte value : head) {
      boolean space = value == '\t' || value == '\n' || value == '\r' || value == '\f';
      controls += value >= 0 && value < ' ' && !space ? 1 : 0;
    }
    return controls * 100 > head.length;
  }
}
