package org.stoa.data.format.excel;

/** Reads the text of a cell, which may be made of pieces with fonts of their own. */
final class RichText {

  /** The longest text in UTF-16 units; Excel itself allows no more than 32,767. */
  static final int MAX_LENGTH = 1 << 20;

  private RichText() {}

  /**
   * Steps to the end of the element that begins here and tells its text. How words are pronounced
   * ({@code rPh}) is no part of it.
   *
   * @param buffer what it may use
   */
  static String read(XmlPart xml, StringBuilder buffer) {
    buffer.setLength(0);
    int outer = xml.outer();
    while (xml.next()) {
      if (!xml.isStart()) {
        if (xml.outer() == outer) {
          break;
        }
      } else if (xml.name().equals("t")) {
        if (!xml.text(buffer, MAX_LENGTH - buffer.length())) {
          throw xml.damaged("a text has more than " + MAX_LENGTH + " characters");
        }
      } else if (!xml.name().equals("r")) {
        xml.skip();
      }
    }
    return ExcelText.decode(buffer);
  }
}
