package org.stoa.work.store;

import java.util.ArrayList;
import java.util.List;

/** Conditions that are there only when they are asked for, so that the database plans for them. */
final class Filter {

  private final List<String> conditions = new ArrayList<>();
  private final List<Object> values = new ArrayList<>();

  /** Adds a condition that is written in this package, with the value for its placeholder. */
  Filter and(String condition, Object value) {
    conditions.add(condition);
    values.add(value);
    return this;
  }

  /** The pattern of what has a text, for LIKE. */
  static String containing(String text) {
    return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }

  String where() {
    return "WHERE " + String.join(" AND ", conditions);
  }

  /** The conditions without the one that was added last. */
  String whereButLast() {
    return "WHERE " + String.join(" AND ", conditions.subList(0, conditions.size() - 1));
  }

  Object[] values() {
    return values.toArray();
  }

  /** The values for a statement in which the conditions stand twice. */
  Object[] valuesTwice() {
    List<Object> twice = new ArrayList<>(values);
    twice.addAll(values);
    return twice.toArray();
  }
}
