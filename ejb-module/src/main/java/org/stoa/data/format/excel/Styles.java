package org.stoa.data.format.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the numbers of a cell mean, by the number of its style. */
final class Styles {

  private static final int MOST = 100_000;

  private final NumberMeaning[] meanings;

  private Styles(List<NumberMeaning> meanings) {
    this.meanings = meanings.toArray(NumberMeaning[]::new);
  }

  /** Reads the part of styles; without one all numbers are just numbers. */
  static Styles read(WorkbookParts parts, Optional<String> part) throws IOException {
    if (part.isEmpty()) {
      return new Styles(List.of());
    }
    Map<Integer, NumberMeaning> custom = new HashMap<>();
    List<NumberMeaning> meanings = new ArrayList<>();
    try (XmlPart xml = parts.xml(part.get())) {
      boolean cells = false;
      while (xml.next()) {
        if (xml.isStart() && xml.outer() == 1) {
          cells = xml.name().equals("cellXfs");
        } else if (xml.isStart("numFmt", 2) && xml.attribute("formatCode") != null) {
          custom.put(number(xml, "numFmtId"), NumberMeaning.of(xml.attribute("formatCode")));
        } else if (cells && xml.isStart("xf", 2)) {
          int id = xml.attribute("numFmtId") == null ? 0 : number(xml, "numFmtId");
          NumberMeaning own = custom.get(id);
          meanings.add(own == null ? NumberMeaning.builtIn(id) : own);
        }
        if (custom.size() > MOST || meanings.size() > MOST) {
          throw xml.damaged("there are more than " + MOST + " styles");
        }
      }
    }
    return new Styles(meanings);
  }

  private static int number(XmlPart xml, String name) {
    try {
      return Integer.parseInt(xml.attribute(name));
    } catch (NumberFormatException e) {
      throw xml.damaged("the " + name + " '" + xml.attribute(name) + "' is no number");
    }
  }

  /** What the numbers of a style mean; null when there is no such style. */
  NumberMeaning meaning(int style) {
    if (style >= 0 && style < meanings.length) {
      return meanings[style];
    }
    return style == 0 ? NumberMeaning.NUMBER : null;
  }
}
