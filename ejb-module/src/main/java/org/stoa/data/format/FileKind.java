package org.stoa.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.stoa.data.format.excel.EncryptedWorkbookProblem;
import org.stoa.data.format.sas7.Sas7File;

/**
 * The kinds of file that can be loaded, told from their bytes. The name of a file proves nothing.
 */
public enum FileKind {
  /** Fields parted by comma, semicolon, tab or bar. */
  CSV,
  /** SAS XPORT, version 5 or 8. */
  XPT,
  /** Dataset-JSON 1.1 as one object or by lines, objects by lines, or an array of objects. */
  JSON,
  /** Compressed Dataset-JSON 1.1. */
  DSJC,
  /** Apache Parquet. */
  PARQUET,
  /** A SAS dataset, plain or compressed. */
  SAS7BDAT,
  /** An Excel workbook, with or without macros. */
  XLSX,
  /** An archive of files of the other kinds. */
  ZIP;

  private static final int HEAD = 1 << 12;

  /**
   * What kind of file it is. Text that is nothing else counts as CSV, also when its encoding is
   * wrong: the scan then tells what is wrong with it.
   *
   * @param label the name by which problems call the file
   * @throws UnsupportedFileProblem when it is of no kind that can be loaded
   * @throws EncryptedWorkbookProblem when it is a workbook with a password
   */
  public static FileKind detect(Path file, String label) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (head.length == 0) {
      throw new UnsupportedFileProblem(label, "an empty file");
    }
    if (startsLikeXport(head)) {
      return XPT;
    }
    if (ZipContent.isZip(head)) {
      ZipContent content = ZipContent.of(file);
      requireLoadable(label, content.document());
      return content.isWorkbook() ? XLSX : ZIP;
    }
    if (Sas7File.isDataset(head)) {
      return SAS7BDAT;
    }
    if (Ole2.isEncrypted(file, head)) {
      throw new EncryptedWorkbookProblem(label);
    }
    if (FileStart.isParquet(head, file)) {
      return PARQUET;
    }
    if (FileStart.isCompressedJson(head)) {
      return DSJC;
    }
    boolean wide = TextEncoding.wide(head) != null;
    if (!wide && FileStart.isJson(head)) {
      return JSON;
    }
    requireLoadable(label, wide ? Optional.empty() : FileLooks.notCsv(head));
    return CSV;
  }

  private static void requireLoadable(String label, Optional<String> looksLike) {
    if (looksLike.isPresent()) {
      throw new UnsupportedFileProblem(label, looksLike.get());
    }
  }

  /** A cut library header counts too, so that the reader tells that the file is cut off. */
  private static boolean startsLikeXport(byte[] head) {
    byte[] start = XportHeader.bytes(XportHeader.start(XportVersion.V5.library()));
    int common = "HEADER RECORD*******LIB".length();
    int length = Math.min(common, head.length);
    return length >= "HEADER RECORD".length() && Arrays.equals(head, 0, length, start, 0, length);
  }
}
