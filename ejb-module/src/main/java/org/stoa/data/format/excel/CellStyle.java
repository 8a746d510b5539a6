package org.stoa.data.format.excel;

/** How the cells of the workbooks look that we write. Their order is that of the style sheet. */
enum CellStyle {
  /** Texts, whole numbers, true and false. */
  PLAIN("0", "General"),
  /** The header. */
  HEADER("1", "General"),
  /**
   * Numbers with a fraction: all but very small ones show it, so that a whole one is still known as
   * one of these.
   */
  DECIMAL("2", "[>=0.0001]0.0##############;[<=-0.0001]-0.0##############;General"),
  /** Days. */
  DATE("3", "yyyy\\-mm\\-dd"),
  /** Days and times. */
  DATETIME("4", "yyyy\\-mm\\-dd\\ hh:mm:ss"),
  /** Days and times with parts of a second. */
  DATETIME_FRACTION("5", "yyyy\\-mm\\-dd\\ hh:mm:ss.000"),
  /** Times of day. */
  TIME("6", "hh:mm:ss"),
  /** Times of day with parts of a second. */
  TIME_FRACTION("7", "hh:mm:ss.000");

  private static final int FIRST_FORMAT = 164;

  private final String number;
  private final String code;

  CellStyle(String number, String code) {
    this.number = number;
    this.code = code;
  }

  /** Its number in the style sheet. */
  String number() {
    return number;
  }

  /** The part of styles. */
  static String stylesheet(String namespace) {
    StringBuilder formats = new StringBuilder();
    StringBuilder cells = new StringBuilder();
    int id = FIRST_FORMAT;
    for (CellStyle style : values()) {
      boolean general = style.code.equals("General");
      int format = general ? 0 : id++;
      if (!general) {
        formats.append("<numFmt numFmtId=\"").append(format).append("\" formatCode=\"");
        formats.append(style.code.replace(">", "&gt;").replace("<", "&lt;")).append("\"/>");
      }
      cells.append("<xf numFmtId=\"").append(format).append("\" fontId=\"");
      cells.append(style == HEADER ? 1 : 0).append("\" fillId=\"0\" borderId=\"0\" xfId=\"0\"");
      cells.append(general ? "" : " applyNumberFormat=\"1\"");
      cells.append(style == HEADER ? " applyFont=\"1\"/>" : "/>");
    }
    return "<styleSheet xmlns=\""
        + namespace
        + "\"><numFmts count=\""
        + (id - FIRST_FORMAT)
        + "\">"
        + formats
        + "</numFmts><fonts count=\"2\">"
        + "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
        + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border>"
        + "</borders><cellStyleXfs count=\"1\">"
        + "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\""
        + values().length
        + "\">"
        + cells
        + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\""
        + " builtinId=\"0\"/></cellStyles></styleSheet>";
  }
}
