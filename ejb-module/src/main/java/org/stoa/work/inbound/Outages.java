package org.stoa.work.inbound;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.stoa.shared.Problem;

/**
 * Tells what passes with time (the database is away, a commit failed) from what would happen again
 * and again with the same message.
 */
final class Outages {

  private Outages() {}

  /** Whether the same message may well be taken later. */
  static boolean isOne(Throwable failure) {
    return chain(failure).noneMatch(Problem.class::isInstance)
        && (chain(failure).anyMatch(Outages::isOfTheDatabase)
            || chain(failure).anyMatch(Outages::isOfTheTransaction));
  }

  private static boolean isOfTheDatabase(Throwable thrown) {
    return thrown instanceof SQLException sql && !isOfTheData(sql.getSQLState());
  }

  /** SQLSTATE classes 22 (data exception) and 23 (constraint): the same values fail again. */
  private static boolean isOfTheData(String state) {
    return state != null && (state.startsWith("22") || state.startsWith("23"));
  }

  private static boolean isOfTheTransaction(Throwable thrown) {
    String name = thrown.getClass().getName();
    return name.startsWith("jakarta.transaction.") || name.contains("TransactionRolledback");
  }

  private static Stream<Throwable> chain(Throwable failure) {
    return Stream.iterate(failure, thrown -> thrown != null, Throwable::getCause).limit(50);
  }
}
