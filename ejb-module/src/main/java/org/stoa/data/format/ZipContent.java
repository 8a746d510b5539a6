package org.stoa.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;

/** Tells an archive from the documents and programs that are archives too. */
final class ZipContent {

  /** An entry that only such a document has. */
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "xl/workbook.xml", "an Excel workbook (XLSX)",
          "word/document.xml", "a Word document (DOCX)",
          "ppt/presentation.xml", "a PowerPoint presentation (PPTX)",
          "mimetype", "an OpenDocument or EPUB file",
          "META-INF/MANIFEST.MF", "a Java archive");

  private ZipContent() {}

  /** Whether it begins as a ZIP does: with an entry, or with the end of an empty one. */
  static boolean isZip(byte[] head) {
    return head.length >= 4
        && head[0] == 'P'
        && head[1] == 'K'
        && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
  }

  /** What document or program it is; empty for a plain archive, also for a damaged one. */
  static Optional<String> document(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return DOCUMENTS.entrySet().stream()
          .filter(document -> zip.getEntry(document.getKey()) != null)
          .map(Map.Entry::getValue)
          .findFirst();
    } catch (IOException e) {
      // Whoever unpacks it tells what is wrong with it.
      return Optional.empty();
    }
  }
}
