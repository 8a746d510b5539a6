package org.stoa.data.format;

/** The two record layouts of SAS XPORT, with the limits that each sets. */
public enum XportVersion {
  /** SAS TS-140: the layout that regulators take. */
  V5("LIBRARY", "MEMBER", "DSCRPTR", "NAMESTR", "OBS", 8, 40, 200),
  /** The extension for SAS 8 and 9: long names, labels and texts, and a count of rows. */
  V8("LIBV8", "MEMBV8", "DSCPTV8", "NAMSTV8", "OBSV8", 32, 256, 32_767);

  private final String library;
  private final String member;
  private final String descriptor;
  private final String variables;
  private final String observations;
  private final int maxName;
  private final int maxLabel;
  private final int maxText;

  XportVersion(
      String library,
      String member,
      String descriptor,
      String variables,
      String observations,
      int maxName,
      int maxLabel,
      int maxText) {
    this.library = library;
    this.member = member;
    this.descriptor = descriptor;
    this.variables = variables;
    this.observations = observations;
    this.maxName = maxName;
    this.maxLabel = maxLabel;
    this.maxText = maxText;
  }

  String library() {
    return library;
  }

  String member() {
    return member;
  }

  String descriptor() {
    return descriptor;
  }

  String variables() {
    return variables;
  }

  String observations() {
    return observations;
  }

  /** The longest name of a dataset or a variable, in bytes. */
  public int maxName() {
    return maxName;
  }

  /** The longest label of a variable, in bytes. */
  public int maxLabel() {
    return maxLabel;
  }

  /** The longest text, in bytes. */
  public int maxText() {
    return maxText;
  }
}
