package org.stoa.data;

import java.util.List;
import org.stoa.shared.Problem;

/** A file was wanted that keeps everything, and the format cannot. Carries all {@code losses}. */
public final class LossyExportProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** The format would lose these. */
  public LossyExportProblem(ExportFormat format, List<Loss> losses) {
    super(
        "lossy-export",
        409,
        "The format does not keep everything",
        "A file of the format %s would lose something in %d ways. Take another format, or accept the losses."
            .formatted(format.word(), losses.size()));
    member("losses", losses);
  }
}
