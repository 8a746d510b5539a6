package org.stoa.work.inbound;

import java.util.List;
import java.util.stream.Collectors;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.InvalidProblem.FieldError;
import org.stoa.shared.Problem;

/** Says in a sentence why a message was refused. */
final class Reasons {

  private static final int MOST = 2_000;

  private Reasons() {}

  /** All that is wrong, or the detail of another problem. */
  static String of(Problem problem) {
    String reason =
        problem instanceof InvalidProblem
                && problem.members().get("errors") instanceof List<?> errors
            ? all(errors)
            : problem.detail();
    return reason.length() <= MOST ? reason : reason.substring(0, MOST) + "…";
  }

  private static String all(List<?> errors) {
    return errors.stream()
        .map(FieldError.class::cast)
        .map(error -> error.field() + " " + error.message())
        .collect(Collectors.joining("; ", "", "."));
  }
}
