package org.stoa.launch.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of a domain by the names of their variables. */
final class Rows {

  private Rows() {}

  static List<Map<String, Object>> of(Domain domain, List<Subject> subjects) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Subject subject : subjects) {
      domain.rows(subject).forEach(row -> rows.add(named(domain, row)));
    }
    return rows;
  }

  private static Map<String, Object> named(Domain domain, List<Object> row) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < row.size(); i++) {
      named.put(domain.variables().get(i).name(), row.get(i));
    }
    return named;
  }
}
