package org.stoa.data.format;

import java.util.List;

/** One dataset of a SAS XPORT library: what its headers say, and where its rows lie. */
public final class XportMember {

  private final String name;
  private final String label;
  private final XportVersion version;
  private final List<XportVariable> variables;
  private final long dataStart;
  private final long rows;

  XportMember(
      String name,
      String label,
      XportVersion version,
      List<XportVariable> variables,
      long dataStart,
      long rows) {
    this.name = name;
    this.label = label;
    this.version = version;
    this.variables = List.copyOf(variables);
    this.dataStart = dataStart;
    this.rows = rows;
  }

  /** Its name, such as {@code AE}. */
  public String name() {
    return name;
  }

  /** What it holds in words; empty when the file does not say. */
  public String label() {
    return label;
  }

  /** The layout of the file. */
  public XportVersion version() {
    return version;
  }

  /**
   * Its columns with the types that all of their values have: a number with a date format is a
   * DATE, and whole numbers are INTEGER; both only when every value is one.
   */
  public List<ColumnSpec> columns() {
    return variables.stream().map(XportVariable::column).toList();
  }

  /** How many rows it has. */
  public long rows() {
    return rows;
  }

  List<XportVariable> variables() {
    return variables;
  }

  long dataStart() {
    return dataStart;
  }

  int rowLength() {
    return variables.stream().mapToInt(XportVariable::length).sum();
  }

  XportMember withVariables(List<XportVariable> other) {
    return new XportMember(name, label, version, other, dataStart, rows);
  }
}
