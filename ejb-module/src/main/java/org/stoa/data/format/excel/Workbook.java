package org.stoa.data.format.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a workbook says of itself.
 *
 * @param sheets its sheets of cells, in their order
 * @param since1904 whether its days are counted from 1904 on
 * @param styles the part with the number formats
 * @param strings the part with the texts that cells share
 */
record Workbook(
    List<Sheet> sheets, boolean since1904, Optional<String> styles, Optional<String> strings) {

  private static final int MOST_SHEETS = 10_000;

  /**
   * A sheet of cells.
   *
   * @param name as people see it
   * @param hidden whether people do not see it
   * @param part where its cells are
   */
  record Sheet(String name, boolean hidden, String part) {}

  /** Reads the workbook's own part. */
  static Workbook read(WorkbookParts parts) throws IOException {
    String part =
        Relationships.of(parts, "")
            .ofType("officeDocument")
            .orElseThrow(
                () ->
                    new DamagedWorkbookProblem(
                        parts.file(), new PartPlace("_rels/.rels"), "it leads to no workbook"));
    Relationships relationships = Relationships.of(parts, part);
    List<Sheet> sheets = new ArrayList<>();
    boolean since1904 = false;
    try (XmlPart xml = parts.xml(part)) {
      while (xml.next()) {
        if (xml.isStart("workbookPr", 1)) {
          since1904 = isTrue(xml.attribute("date1904"));
        } else if (xml.isStart("sheet", 2)) {
          sheet(xml, relationships).ifPresent(sheets::add);
        }
        if (sheets.size() > MOST_SHEETS) {
          throw xml.damaged("it has more than " + MOST_SHEETS + " sheets");
        }
      }
      if (sheets.isEmpty()) {
        throw xml.damaged("it has no sheet of cells");
      }
    }
    return new Workbook(
        List.copyOf(sheets),
        since1904,
        relationships.ofType("styles"),
        relationships.ofType("sharedStrings"));
  }

  static boolean isTrue(String flag) {
    return "1".equals(flag) || "true".equals(flag);
  }

  /** Sheets of charts and of old macros have no cells. */
  private static Optional<Sheet> sheet(XmlPart xml, Relationships relationships) {
    String name = xml.attribute("name");
    String id = relationshipId(xml);
    String type = relationships.type(id);
    if (name == null || type.isEmpty()) {
      throw xml.damaged("the sheet '" + name + "' leads to no part");
    }
    String state = xml.attribute("state");
    boolean hidden = state != null && !state.equals("visible");
    return type.equals("worksheet")
        ? Optional.of(new Sheet(name, hidden, relationships.part(id)))
        : Optional.empty();
  }

  /** The attribute {@code r:id}; {@code sheetId} is another. */
  private static String relationshipId(XmlPart xml) {
    String id = xml.attribute("id");
    return id == null ? "" : id;
  }
}
