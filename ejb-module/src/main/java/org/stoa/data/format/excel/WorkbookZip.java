package org.stoa.data.format.excel;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The archive of a workbook with all parts that are not sheets. The fastest packing is used: it is
 * what takes the most time.
 */
final class WorkbookZip implements Closeable {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String DECLARATION =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private final ZipOutputStream zip;
  private final SheetXml xml;
  private final LocalDateTime time;
  private final SheetNames names;

  /** Over a stream that stays open when it is closed. */
  WorkbookZip(OutputStream out, Instant created, SheetNames names) throws IOException {
    this.zip = new ZipOutputStream(new StaysOpen(out));
    this.zip.setLevel(Deflater.BEST_SPEED);
    this.xml = new SheetXml(zip);
    this.time = LocalDateTime.ofInstant(created, ZoneOffset.UTC);
    this.names = names;
    contentTypes();
    part("_rels/.rels", () -> relationships(1, this::rootRelationship));
  }

  /** Keeps a stream from being closed with the archive. */
  private static final class StaysOpen extends FilterOutputStream {

    StaysOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }

  /** Writes a piece of XML. */
  private interface Content {
    void write() throws IOException;
  }

  private interface Item {
    void write(int index) throws IOException;
  }

  static String sheetPart(int sheet) {
    return "xl/worksheets/sheet" + (sheet + 1) + ".xml";
  }

  /** Takes the XML of the part that was begun. */
  SheetXml xml() {
    return xml;
  }

  /** Begins a part. */
  void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(time);
    zip.putNextEntry(entry);
    xml.raw(DECLARATION);
  }

  /** Ends the part that was begun. */
  void end() throws IOException {
    xml.flush();
    zip.closeEntry();
  }

  private void part(String name, Content content) throws IOException {
    begin(name);
    content.write();
    end();
  }

  /** Writes what tells of the sheets. */
  void finish() throws IOException {
    part("xl/workbook.xml", this::workbook);
    part(
        "xl/_rels/workbook.xml.rels",
        () -> relationships(names.count() + 1, this::workbookRelationship));
    part("xl/styles.xml", () -> xml.raw(CellStyle.stylesheet(MAIN)));
    zip.finish();
  }

  private void contentTypes() throws IOException {
    part(
        "[Content_Types].xml",
        () -> {
          xml.raw("<Types xmlns=\"" + PACKAGE + "content-types\">");
          xml.raw("<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-");
          xml.raw("package.relationships+xml\"/>");
          override("/xl/workbook.xml", "sheet.main");
          override("/xl/styles.xml", "styles");
          for (int sheet = 0; sheet < names.count(); sheet++) {
            override("/" + sheetPart(sheet), "worksheet");
          }
          xml.raw("</Types>");
        });
  }

  private void override(String part, String type) throws IOException {
    xml.raw("<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "+xml\"/>");
  }

  private void relationships(int count, Item item) throws IOException {
    xml.raw("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
    for (int i = 0; i < count; i++) {
      xml.raw("<Relationship Id=\"rId" + (i + 1) + "\" Type=\"" + OFFICE + "/");
      item.write(i);
      xml.raw("\"/>");
    }
    xml.raw("</Relationships>");
  }

  private void rootRelationship(int index) throws IOException {
    xml.raw("officeDocument\" Target=\"xl/workbook.xml");
  }

  private void workbookRelationship(int index) throws IOException {
    if (index == names.count()) {
      xml.raw("styles\" Target=\"styles.xml");
    } else {
      xml.raw("worksheet\" Target=\"worksheets/sheet" + (index + 1) + ".xml");
    }
  }

  private void workbook() throws IOException {
    xml.raw("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>");
    for (int sheet = 0; sheet < names.count(); sheet++) {
      xml.raw("<sheet name=\"").text(names.name(sheet)).raw("\" sheetId=\"");
      xml.number(sheet + 1).raw("\" r:id=\"rId").number(sheet + 1).raw("\"/>");
    }
    xml.raw("</sheets></workbook>");
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
