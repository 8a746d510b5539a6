package org.stoa.data.analytics;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Optional;
import org.stoa.shared.Problem;

/** A query was stopped, because its answer would take too much time or memory. */
public class AnalyticsProblem extends Problem {

  private static final long serialVersionUID = 1L;

  private AnalyticsProblem(String detail, SQLException cause) {
    super("query-too-large", 422, "The query takes too much", detail);
    initCause(cause);
  }

  /** The problem behind a failure of DuckDB, or empty when a limit is not what failed. */
  static Optional<AnalyticsProblem> of(SQLException failure, AnalyticsLimits limits) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof SQLTimeoutException) {
      return Optional.of(
          new AnalyticsProblem(
              "It was stopped after "
                  + limits.querySeconds()
                  + " seconds. Ask for fewer groups, or filter.",
              failure));
    }
    if (message.startsWith("Out of Memory Error")) {
      return Optional.of(
          new AnalyticsProblem(
              "It needs more than the " + limits.memory() + " of memory that there are for all.",
              failure));
    }
    if (message.startsWith("Out of Range Error")) {
      return Optional.of(
          new AnalyticsProblem("A result is too large for the numbers of a computer.", failure));
    }
    return Optional.empty();
  }
}
