package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKindTest {

  @TempDir Path folder;

  @Test
  void takesTextForCsvInWhateverEncoding() throws IOException {
    assertThat(detect("A,B\n1,2\n".getBytes(UTF_8))).isEqualTo(FileKind.CSV);
    assertThat(detect("From: a\nSubject: b\n".getBytes(UTF_8))).isEqualTo(FileKind.CSV);
    assertThat(detect("A,B\n1,é\n".getBytes(ISO_8859_1))).isEqualTo(FileKind.CSV);
    assertThat(detect("A,B\n1,é\n".getBytes(UTF_16))).isEqualTo(FileKind.CSV);
    assertThat(detect("\"{A}\",B\n1,2\n".getBytes(UTF_8))).isEqualTo(FileKind.CSV);
  }

  @Test
  void knowsXportAlsoWhenItIsCut() throws IOException {
    Path file = folder.resolve("ae.xpt");
    for (XportVersion version : XportVersion.values()) {
      try (XportWriter writer =
          XportWriter.create(file, version, LocalDateTime.of(2026, 1, 5, 0, 0))) {
        writer.dataset("AE", "", List.of(ColumnSpec.text("A", "", 1)));
      }
      assertThat(FileKind.detect(file, "ae.xpt")).isEqualTo(FileKind.XPT);
    }
    assertThat(detect("HEADER RECORD***".getBytes(UTF_8))).isEqualTo(FileKind.XPT);
  }

  @Test
  void knowsJsonAlsoWhenItIsCompressed() throws IOException {
    for (String json : List.of("{\"a\": [1, 2]}", " [ {} ]", "\uFEFF{}", "[]", "[\"a\"]")) {
      assertThat(detect(json.getBytes(UTF_8))).isEqualTo(FileKind.JSON);
      assertThat(detect(zlib(json))).isEqualTo(FileKind.DSJC);
    }
    assertThat(detect("x^2,y\n4,2\n".getBytes(UTF_8))).isEqualTo(FileKind.CSV);
    assertThat(detect("[A],{B}\n1,2\n".getBytes(UTF_8))).isEqualTo(FileKind.CSV);
  }

  @Test
  void knowsParquetAlsoWhenItIsCut() throws IOException {
    assertThat(detect("PAR1\u0015\u0004PAR1".getBytes(UTF_8))).isEqualTo(FileKind.PARQUET);
    assertThat(detect("PAR1\u0015\u0004".getBytes(UTF_8))).isEqualTo(FileKind.PARQUET);
    assertThat(detect("PAR1,PAR2\n1,2\n".getBytes(UTF_8))).isEqualTo(FileKind.CSV);
  }

  @Test
  void tellsArchivesFromDocuments() throws IOException {
    assertThat(detect(zip("ae.csv"))).isEqualTo(FileKind.ZIP);
    assertThat(detect(zip("xl/workbook.xml"))).isEqualTo(FileKind.XLSX);
    assertThat(looksLike(zip("[Content_Types].xml", "xl/workbook.bin")))
        .isEqualTo("an Excel binary workbook (XLSB)");
    assertThat(looksLike(zip("word/document.xml"))).isEqualTo("a Word document (DOCX)");
    assertThat(looksLike(zip("META-INF/MANIFEST.MF"))).isEqualTo("a Java archive");
  }

  @Test
  void saysWhatOtherFilesLookLike() throws IOException {
    assertThat(looksLike("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n".getBytes(ISO_8859_1)))
        .isEqualTo("a PDF document");
    assertThat(looksLike("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1)))
        .isEqualTo("a PNG image");
    assertThat(looksLike("<!DOCTYPE html><html><body>".getBytes(UTF_8))).isEqualTo("an HTML page");
    assertThat(looksLike("<?xml version=\"1.0\"?><a/>".getBytes(UTF_8))).isEqualTo("XML");
    assertThat(looksLike(gzip())).isEqualTo("a gzip archive");
    assertThat(looksLike(new byte[] {7, 1, 2, 3, 4, 5, 6, 7, 8}))
        .isEqualTo("a binary file of an unknown kind");
    assertThat(looksLike(new byte[0])).isEqualTo("an empty file");
  }

  private FileKind detect(byte[] bytes) throws IOException {
    return FileKind.detect(Files.write(folder.resolve("f"), bytes), "f");
  }

  private Object looksLike(byte[] bytes) {
    UnsupportedFileProblem problem =
        catchThrowableOfType(UnsupportedFileProblem.class, () -> detect(bytes));
    assertThat(problem).isNotNull();
    return problem.members().get("looksLike");
  }

  private static byte[] zip(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write('x');
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zlib(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream zlib = new DeflaterOutputStream(bytes)) {
      zlib.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write("A,B\n".repeat(100).getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
