package org.stoa.data.format.excel;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where the relationships of a part lead to (ECMA-376 part 2, 9.3). */
final class Relationships {

  private static final int MOST = 100_000;

  private final WorkbookParts parts;
  private final PartPlace place;
  private final String folder;
  private final Map<String, Relationship> byId = new HashMap<>();

  private record Relationship(String type, String target, boolean external) {}

  private Relationships(WorkbookParts parts, String folder, String name) {
    this.parts = parts;
    this.folder = folder;
    this.place = new PartPlace(name);
  }

  /** Those of a part; those of the workbook as a whole when the name is empty. */
  static Relationships of(WorkbookParts parts, String part) throws IOException {
    int slash = part.lastIndexOf('/') + 1;
    String folder = part.substring(0, slash);
    String name = folder + "_rels/" + part.substring(slash) + ".rels";
    Relationships relationships = new Relationships(parts, folder, name);
    try (XmlPart xml = parts.xml(name)) {
      while (xml.next()) {
        if (xml.isStart("Relationship", 1)) {
          relationships.add(xml);
        }
      }
    }
    return relationships;
  }

  private void add(XmlPart xml) {
    String type = xml.attribute("Type");
    String target = xml.attribute("Target");
    if (xml.attribute("Id") == null || type == null || target == null) {
      throw xml.damaged("a relationship has no id, no type or no target");
    }
    boolean external = "External".equals(xml.attribute("TargetMode"));
    String kind = type.substring(type.lastIndexOf('/') + 1);
    byId.put(xml.attribute("Id"), new Relationship(kind, target, external));
    if (byId.size() > MOST) {
      throw xml.damaged("there are more than " + MOST + " relationships");
    }
  }

  /** The part of the only relationship of a type, such as {@code styles}. */
  Optional<String> ofType(String type) {
    return byId.values().stream()
        .filter(relationship -> relationship.type.equals(type))
        .findFirst()
        .map(this::part);
  }

  /** The type of a relationship, such as {@code worksheet}; empty when there is none. */
  String type(String id) {
    return byId.containsKey(id) ? byId.get(id).type : "";
  }

  /** The part that a relationship leads to. */
  String part(String id) {
    return part(byId.get(id));
  }

  private String part(Relationship relationship) {
    if (relationship.external) {
      throw new DamagedWorkbookProblem(
          parts.file(), place, "a part lies outside of the file: " + relationship.target);
    }
    String name = resolved(relationship.target);
    if (!parts.has(name)) {
      throw new DamagedWorkbookProblem(
          parts.file(), place, "it leads to " + name + ", which is missing");
    }
    return name;
  }

  private String resolved(String target) {
    String from = target.startsWith("/") ? target.substring(1) : folder + target;
    Deque<String> names = new ArrayDeque<>();
    for (String name : from.split("/", -1)) {
      if (name.equals("..")) {
        names.pollLast();
      } else if (!name.equals(".") && !name.isEmpty()) {
        names.addLast(name);
      }
    }
    return String.join("/", names);
  }
}
