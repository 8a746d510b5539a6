package org.stoa.data.format;

/** A SAS XPORT file does not hold what its headers promise. */
public class DamagedXportProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /**
   * A damaged file.
   *
   * @param position the byte where it shows, counted from 0
   * @param detail what is wrong there
   */
  public DamagedXportProblem(String file, long position, String detail) {
    super(
        "damaged-xpt",
        "The SAS XPORT file is damaged",
        file,
        detail
            + " (at byte "
            + position
            + "). Export it again, and check that it was copied whole.");
    member("position", position);
  }
}
