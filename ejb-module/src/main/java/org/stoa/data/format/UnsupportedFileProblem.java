package org.stoa.data.format;

/** The file is none of the kinds that can be loaded. */
public class UnsupportedFileProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /**
   * A file of the wrong kind.
   *
   * @param looksLike what its bytes say that it is, such as "a PNG image"
   */
  public UnsupportedFileProblem(String file, String looksLike) {
    super(
        "unsupported-file",
        415,
        "This kind of file cannot be loaded",
        file,
        "it looks like "
            + looksLike
            + ". Load CSV, Excel (.xlsx), JSON (also Dataset-JSON), Parquet, SAS (.xpt or .sas7bdat)"
            + " or a ZIP of these.");
    member("looksLike", looksLike);
  }
}
