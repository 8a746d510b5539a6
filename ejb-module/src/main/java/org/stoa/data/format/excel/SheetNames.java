package org.stoa.data.format.excel;

/**
 * The names of the sheets that a table fills.
 *
 * @param base the name of the first one
 * @param count how many there are
 */
record SheetNames(String base, int count) {

  private static final int LONGEST = 31;
  private static final String FORBIDDEN = ":\\/?*[]";

  /** Names as Excel allows them: without some characters, at most 31, none called History. */
  static SheetNames of(String table, int count) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < table.length() && name.length() < LONGEST; i++) {
      char c = table.charAt(i);
      boolean quote = c == '\'' && (i == 0 || i == table.length() - 1);
      boolean wrong = c < ' ' || FORBIDDEN.indexOf(c) >= 0 || quote;
      name.append(wrong ? '_' : c);
    }
    if (Character.isHighSurrogate(name.isEmpty() ? ' ' : name.charAt(name.length() - 1))) {
      name.setLength(name.length() - 1);
    }
    String base = name.toString();
    boolean reserved = base.isBlank() || base.equalsIgnoreCase("History");
    return new SheetNames(reserved ? "_" + base : base, count);
  }

  /** The name of a sheet, counted from 0. */
  String name(int sheet) {
    if (sheet == 0) {
      return base;
    }
    String ending = " (" + (sheet + 1) + ")";
    int room = Math.min(base.length(), LONGEST - ending.length());
    boolean half = Character.isHighSurrogate(base.charAt(room - 1));
    return base.substring(0, half ? room - 1 : room) + ending;
  }
}
