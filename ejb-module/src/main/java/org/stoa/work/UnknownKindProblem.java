package org.stoa.work;

import java.util.Collection;
import org.stoa.shared.Problem;

/** Nothing here can do jobs of this kind, so the job was not accepted. */
public class UnknownKindProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** Names the kind and those that there are. */
  public UnknownKindProblem(String kind, Collection<String> known) {
    super(
        "unknown-kind",
        400,
        "No handler for this kind of job",
        "There is no handler for jobs of the kind " + kind + ".");
    member("kind", kind);
    member("known", known.stream().sorted().toList());
  }
}
