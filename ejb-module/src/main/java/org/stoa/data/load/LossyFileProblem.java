package org.stoa.data.load;

import java.util.List;
import org.stoa.data.Loss;
import org.stoa.data.format.FileProblem;

/** A file was to be loaded only if nothing of it is lost. Carries all {@code losses}. */
public class LossyFileProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /** Loading a table of the file would lose these. */
  public LossyFileProblem(String file, String table, List<Loss> losses) {
    super(
        "lossy-file",
        "Something of the file would be lost",
        file,
        "%s would not keep everything: %s".formatted(table, losses.get(0).detail()));
    member("dataset", table);
    member("losses", losses);
  }
}
