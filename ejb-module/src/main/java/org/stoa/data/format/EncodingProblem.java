package org.stoa.data.format;

/** The bytes of a text are none of the encoding that a person said it is in. */
public class EncodingProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /** The file is not in this encoding, given by its IANA name. */
  public EncodingProblem(String file, String encoding) {
    super(
        "wrong-encoding",
        "The text is in another encoding",
        file,
        "it has bytes that are no characters of " + encoding + ". Choose another encoding.");
    member("encoding", encoding);
  }
}
