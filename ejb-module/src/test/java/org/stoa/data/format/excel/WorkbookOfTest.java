package org.stoa.data.format.excel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.stoa.data.ReadOptions;
import org.stoa.files.ZipLimits;

/** Builds a workbook of parts whose every letter a test can choose. */
final class WorkbookOfTest {

  static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  static final ZipLimits LIMITS = new ZipLimits(1_000, 8L << 30, 250);

  final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final List<String> formats = new ArrayList<>();
  private final List<String> shared = new ArrayList<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relationships = new StringBuilder();
  private int count;
  private String properties = "";
  private String left = "";

  /** A workbook without sheets. */
  static WorkbookOfTest workbook() {
    return new WorkbookOfTest();
  }

  /** A workbook whose only sheet, named Data, has these rows in XML. */
  static WorkbookOfTest of(String... rows) {
    return workbook().sheet("Data", rows);
  }

  WorkbookOfTest sheet(String name, String... rows) {
    return sheet(name, "", rows);
  }

  WorkbookOfTest hidden(String name, String... rows) {
    return sheet(name, " state=\"hidden\"", rows);
  }

  private WorkbookOfTest sheet(String name, String attributes, String... rows) {
    String data = "<sheetData>" + String.join("", rows) + "</sheetData>";
    count++;
    part("xl/worksheets/sheet" + count + ".xml", element("worksheet", data));
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\" r:id=\"rId%d\"%s/>"
            .formatted(name, count, count, attributes));
    relate("rId" + count, "worksheet", "worksheets/sheet" + count + ".xml");
    return this;
  }

  /** Cells may refer to number formats by style 1, 2 and so on. */
  WorkbookOfTest formats(String... codes) {
    formats.addAll(List.of(codes));
    return this;
  }

  /** Cells may refer to texts, each the inside of an {@code si}, by 0, 1 and so on. */
  WorkbookOfTest shared(String... items) {
    shared.addAll(List.of(items));
    return this;
  }

  WorkbookOfTest since1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  WorkbookOfTest part(String name, String text) {
    parts.put(name, text.getBytes(UTF_8));
    return this;
  }

  WorkbookOfTest without(String name) {
    left = name;
    return this;
  }

  private void relate(String id, String type, String target) {
    relationships.append(relationship(id, type, target));
  }

  static String relationship(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }

  static String element(String name, String content) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><%s xmlns=\"%s\" xmlns:r=\"%s\">%s</%s>"
        .formatted(name, MAIN, OFFICE, content, name);
  }

  static String relationships(String content) {
    return "<Relationships xmlns=\"%s\">%s</Relationships>".formatted(PACKAGE, content);
  }

  private void finish() {
    if (!formats.isEmpty()) {
      relate("rIdStyles", "styles", "styles.xml");
      parts.putIfAbsent("xl/styles.xml", styles().getBytes(UTF_8));
    }
    if (!shared.isEmpty()) {
      relate("rIdTexts", "sharedStrings", "/xl/sharedStrings.xml");
      String items = "<si>" + String.join("</si><si>", shared) + "</si>";
      parts.putIfAbsent("xl/sharedStrings.xml", element("sst", items).getBytes(UTF_8));
    }
    putIfAbsent("[Content_Types].xml", "<Types/>");
    putIfAbsent(
        "_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
    putIfAbsent("xl/_rels/workbook.xml.rels", relationships(relationships.toString()));
    putIfAbsent(
        "xl/workbook.xml", element("workbook", properties + "<sheets>" + sheets + "</sheets>"));
  }

  private void putIfAbsent(String name, String text) {
    parts.putIfAbsent(name, text.getBytes(UTF_8));
  }

  private String styles() {
    StringBuilder codes = new StringBuilder("<numFmts>");
    StringBuilder cells = new StringBuilder("<cellXfs><xf numFmtId=\"0\"/>");
    for (int i = 0; i < formats.size(); i++) {
      String code = formats.get(i).replace("\"", "&quot;");
      boolean builtIn = code.matches("\\d{1,3}");
      int id = builtIn ? Integer.parseInt(code) : 164 + i;
      codes.append(
          builtIn ? "" : "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(id, code));
      cells.append("<xf numFmtId=\"%d\"/>".formatted(id));
    }
    return element("styleSheet", codes.append("</numFmts>").append(cells) + "</cellXfs>");
  }

  /** Writes the file. */
  Path in(Path folder) throws IOException {
    finish();
    parts.remove(left);
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    }
    return file;
  }

  /** Opens a file, which problems call b.xlsx. */
  static XlsxFile open(Path file, ReadOptions options) throws IOException {
    Unpacking unpacking = new Unpacking(LIMITS, file.getParent());
    return XlsxFile.open(file, "b.xlsx", options, unpacking, bytes -> {});
  }

  /** A row of cells in XML. */
  static String row(String... cells) {
    return "<row>" + String.join("", cells) + "</row>";
  }

  /** A row of texts, such as a header. */
  static String texts(String... texts) {
    StringBuilder row = new StringBuilder("<row>");
    for (String text : texts) {
      row.append(text(text));
    }
    return row.append("</row>").toString();
  }

  static String text(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  static String number(String number) {
    return "<c><v>" + number + "</v></c>";
  }

  static String styled(int style, String number) {
    return "<c s=\"" + style + "\"><v>" + number + "</v></c>";
  }
}
