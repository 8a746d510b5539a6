package org.stoa.data.format;

/** A text file has a byte 0, which no text has. */
public class NulByteProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /** A byte 0 at this place. */
  public NulByteProblem(String file, TextPlace place) {
    super(
        "nul-byte",
        "The text has a NUL byte",
        file,
        place + " has a NUL byte (0x00). The file is damaged or is not text.");
    at(place);
  }
}
