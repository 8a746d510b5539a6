package org.stoa.system.chaos;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Holds up whatever server starts, as a migration does that takes long. Payara lets messages wait
 * for an application for a minute at most, and then gives up on those that it was handed.
 */
record LongMigration(Map<String, String> environment, Records records) {

  private static final Duration MORE_THAN_A_MINUTE = Duration.ofSeconds(75);
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final String LOCK = "LOCK TABLE flyway_schema_history IN ACCESS EXCLUSIVE MODE";

  private static final String WAITING =
      "SELECT 1 FROM pg_locks WHERE relation = 'flyway_schema_history'::regclass AND NOT granted";

  /**
   * Runs what starts a server.
   *
   * @throws SQLException when the database cannot be reached
   */
  void during(Runnable start) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(LOCK);
      CompletableFuture<Void> held = CompletableFuture.runAsync(this::awaitALongWait);
      CompletableFuture<Void> started = CompletableFuture.runAsync(start);
      held.join();
      connection.rollback();
      started.join();
    }
  }

  private void awaitALongWait() {
    await("a server that waits").atMost(PATIENCE).until(this::isWaitedFor);
    Instant end = Instant.now().plus(MORE_THAN_A_MINUTE);
    await("more than a minute").atMost(PATIENCE).until(() -> Instant.now().isAfter(end));
  }

  private boolean isWaitedFor() throws SQLException {
    return !records.read(WAITING, row -> row.getInt(1)).isEmpty();
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        environment.get("STOA_DATABASE_URL"),
        environment.get("STOA_DATABASE_OWNER_USER"),
        environment.get("STOA_DATABASE_OWNER_PASSWORD"));
  }
}
