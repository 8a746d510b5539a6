package org.stoa.data.format.excel;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.TableHead;

/** Writes the rows of a table as sheets, one after the other. */
final class SheetWriter {

  private static final int WIDEST = 60;
  private static final int NUMBER_WIDTH = 12;
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  private final List<ColumnSpec> columns;
  private final ColumnType[] types;
  private final String[] letters;
  private final long rows;
  private long written;

  SheetWriter(TableHead table) {
    this.columns = table.columns();
    this.rows = table.rows();
    this.types = columns.stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    this.letters = new String[types.length];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = "<c r=\"" + CellPlace.letters(i);
    }
  }

  /**
   * Writes the next sheet.
   *
   * @param most how many rows below the header it takes
   */
  void write(RowCursor cursor, int most, SheetXml xml) throws IOException {
    int count = (int) Math.min(most, rows - written);
    begin(xml, count);
    header(xml);
    for (int row = 2; row < count + 2; row++) {
      if (!cursor.next()) {
        throw new IllegalStateException("There are fewer rows than " + rows);
      }
      row(cursor, row, xml);
    }
    written += count;
    xml.raw("</sheetData></worksheet>");
    if (written == rows && cursor.next()) {
      throw new IllegalStateException("There are more rows than " + rows);
    }
  }

  private void begin(SheetXml xml, int count) throws IOException {
    xml.raw("<worksheet xmlns=\"" + MAIN + "\"><dimension ref=\"A1:");
    xml.raw(CellPlace.address(Math.max(0, types.length - 1), count + 1));
    xml.raw("\"/><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\"");
    xml.raw(" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>");
    xml.raw("</sheetView></sheetViews><cols>");
    for (int i = 0; i < types.length; i++) {
      xml.raw("<col min=\"").number(i + 1).raw("\" max=\"").number(i + 1);
      xml.raw("\" width=\"").number(width(columns.get(i))).raw("\" customWidth=\"1\"/>");
    }
    xml.raw("</cols><sheetData>");
  }

  private static int width(ColumnSpec column) {
    int data =
        switch (column.type()) {
          case TEXT -> column.length();
          case INTEGER, DECIMAL, DATE, TIME -> NUMBER_WIDTH;
          case BOOLEAN -> 6;
          case DATETIME -> 20;
        };
    return Math.min(WIDEST, Math.max(data, column.name().length())) + 2;
  }

  private void header(SheetXml xml) throws IOException {
    xml.raw("<row r=\"1\">");
    for (int i = 0; i < types.length; i++) {
      text(i, 1, ExcelText.cut(columns.get(i).name()), CellStyle.HEADER, xml);
    }
    xml.raw("</row>");
  }

  private void row(RowCursor cursor, int row, SheetXml xml) throws IOException {
    xml.raw("<row r=\"").number(row).raw("\">");
    for (int i = 0; i < types.length; i++) {
      if (!cursor.isMissing(i)) {
        cell(cursor, i, row, xml);
      }
    }
    xml.raw("</row>");
  }

  private void cell(RowCursor cursor, int i, int row, SheetXml xml) throws IOException {
    switch (types[i]) {
      case TEXT -> text(i, row, ExcelText.cut(cursor.text(i)), CellStyle.PLAIN, xml);
      case INTEGER -> {
        begin(i, row, CellStyle.PLAIN, xml).raw("\"><v>").number(cursor.integer(i));
        xml.raw("</v></c>");
      }
      case DECIMAL -> decimal(i, row, cursor.decimal(i), xml);
      case BOOLEAN -> {
        begin(i, row, CellStyle.PLAIN, xml).raw("\" t=\"b\"><v>");
        xml.raw(cursor.bool(i) ? "1</v></c>" : "0</v></c>");
      }
      case DATE -> date(i, row, cursor.epochDay(i), xml);
      case DATETIME -> dateTime(i, row, cursor.epochMicro(i), xml);
      case TIME -> {
        long micro = cursor.microOfDay(i);
        boolean fraction = micro % 1_000_000L != 0;
        CellStyle style = fraction ? CellStyle.TIME_FRACTION : CellStyle.TIME;
        value(i, row, style, Serial.time(micro), xml);
      }
    }
  }

  /** What is no number cannot be one in Excel either. */
  private void decimal(int i, int row, double number, SheetXml xml) throws IOException {
    if (Double.isFinite(number)) {
      value(i, row, CellStyle.DECIMAL, Double.toString(number), xml);
    }
  }

  private void date(int i, int row, long epochDay, SheetXml xml) throws IOException {
    if (Serial.isDay(epochDay)) {
      begin(i, row, CellStyle.DATE, xml).raw("\"><v>").number(Serial.ofDay(epochDay));
      xml.raw("</v></c>");
    } else {
      text(i, row, LocalDate.ofEpochDay(epochDay).toString(), CellStyle.PLAIN, xml);
    }
  }

  private void dateTime(int i, int row, long epochMicro, SheetXml xml) throws IOException {
    if (Serial.isDay(ExcelDate.epochDay(epochMicro))) {
      boolean fraction = epochMicro % 1_000_000L != 0;
      CellStyle style = fraction ? CellStyle.DATETIME_FRACTION : CellStyle.DATETIME;
      value(i, row, style, Serial.dateTime(epochMicro), xml);
    } else {
      text(i, row, Serial.iso(epochMicro), CellStyle.PLAIN, xml);
    }
  }

  private void value(int i, int row, CellStyle style, String number, SheetXml xml)
      throws IOException {
    begin(i, row, style, xml).raw("\"><v>").raw(number).raw("</v></c>");
  }

  private void text(int i, int row, String text, CellStyle style, SheetXml xml) throws IOException {
    begin(i, row, style, xml).raw("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    xml.text(text).raw("</t></is></c>");
  }

  private SheetXml begin(int i, int row, CellStyle style, SheetXml xml) throws IOException {
    xml.raw(letters[i]).number(row);
    if (style != CellStyle.PLAIN) {
      xml.raw("\" s=\"").raw(style.number());
    }
    return xml;
  }
}
