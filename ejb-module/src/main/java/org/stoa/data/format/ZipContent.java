package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Tells an archive from the documents and programs that are archives too.
 *
 * @param isWorkbook whether it is an Excel workbook that can be read
 * @param document which other document or program it is; empty for a plain archive
 */
record ZipContent(boolean isWorkbook, Optional<String> document) {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String TYPES = "[Content_Types].xml";
  private static final int TYPES_HEAD = 1 << 20;

  /** What the list of parts says of the main one of a workbook, with and without macros. */
  private static final String[] WORKBOOK_TYPES = {
    "spreadsheetml.sheet.main+xml",
    "spreadsheetml.template.main+xml",
    "ms-excel.sheet.macroEnabled.main+xml",
    "ms-excel.template.macroEnabled.main+xml"
  };

  /** An entry that only such a document has, the surest first. */
  private static final Map<String, String> DOCUMENTS = new LinkedHashMap<>();

  static {
    DOCUMENTS.put("xl/workbook.bin", "an Excel binary workbook (XLSB)");
    DOCUMENTS.put("word/document.xml", "a Word document (DOCX)");
    DOCUMENTS.put("ppt/presentation.xml", "a PowerPoint presentation (PPTX)");
    DOCUMENTS.put("mimetype", "an OpenDocument (such as ODS) or EPUB file");
    DOCUMENTS.put("META-INF/MANIFEST.MF", "a Java archive");
  }

  /** Whether it begins as a ZIP does: with an entry, or with the end of an empty one. */
  static boolean isZip(byte[] head) {
    return head.length >= 4
        && head[0] == 'P'
        && head[1] == 'K'
        && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
  }

  /** Looks into a file; a damaged one counts as a plain archive. */
  static ZipContent of(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.getEntry(WORKBOOK) != null || listsWorkbook(zip)) {
        return new ZipContent(true, Optional.empty());
      }
      return new ZipContent(
          false,
          DOCUMENTS.entrySet().stream()
              .filter(document -> zip.getEntry(document.getKey()) != null)
              .map(Map.Entry::getValue)
              .findFirst());
    } catch (IOException e) {
      // Whoever unpacks it tells what is wrong with it.
      return new ZipContent(false, Optional.empty());
    }
  }

  private static boolean listsWorkbook(ZipFile zip) throws IOException {
    ZipEntry types = zip.getEntry(TYPES);
    if (types == null) {
      return false;
    }
    try (InputStream in = zip.getInputStream(types)) {
      String text = new String(in.readNBytes(TYPES_HEAD), ISO_8859_1);
      for (String type : WORKBOOK_TYPES) {
        if (text.contains(type)) {
          return true;
        }
      }
      return false;
    }
  }
}
