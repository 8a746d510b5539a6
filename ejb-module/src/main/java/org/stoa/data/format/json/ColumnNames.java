package org.stoa.data.format.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds columns by name, quickest in the order in which rows usually have them. */
final class ColumnNames {

  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private int expected;

  /** The next column. */
  int add(String name) {
    int index = names.size();
    names.add(name);
    indexes.put(name, index);
    expected = index + 1;
    return index;
  }

  /** A row begins. */
  void beginRow() {
    expected = 0;
  }

  /** The index of the column, or −1 when there is none. */
  int find(String name) {
    if (expected < names.size() && names.get(expected).equals(name)) {
      return expected++;
    }
    Integer index = indexes.get(name);
    if (index == null) {
      return -1;
    }
    expected = index + 1;
    return index;
  }

  String get(int index) {
    return names.get(index);
  }

  int size() {
    return names.size();
  }
}
