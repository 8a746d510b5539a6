package org.stoa.work.chaos;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.postgresql.ds.PGSimpleDataSource;
import org.stoa.shared.store.Migrations;
import org.stoa.shared.store.Sql;

/**
 * A PostgreSQL of its own, as durable as that of {@code ./stoa up}, which can be cut off and
 * restarted in the middle of everything.
 */
final class ChaosDatabase implements AutoCloseable {

  private static final String NAME = "chaos";
  private static final String OWNER = "stoa_owner";
  private static final String APPLICATION = "stoa_app";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private final int port;
  private EmbeddedPostgres postgres;

  /**
   * Starts it, with all tables and no rows.
   *
   * @param data where its files are; empty
   */
  ChaosDatabase(Path data) throws IOException, SQLException {
    this.data = data;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    start();
    execute("postgres", "CREATE ROLE " + OWNER + " LOGIN");
    execute("postgres", "CREATE ROLE " + APPLICATION + " LOGIN");
    execute("postgres", "CREATE DATABASE " + NAME + " OWNER " + OWNER);
    execute(NAME, "ALTER SCHEMA public OWNER TO " + OWNER);
    Migrations.run(connect(NAME, OWNER), APPLICATION);
  }

  private void start() throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(PATIENCE)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "2GB")
            .setServerConfig("autovacuum_naptime", "1s")
            .start();
  }

  /** Connects as the role of the application. */
  DataSource application() {
    return connect(NAME, APPLICATION);
  }

  /** The address under which another process reaches it as the role of the application. */
  String address() {
    return "jdbc:postgresql://localhost:%d/%s?user=%s".formatted(port, NAME, APPLICATION);
  }

  /** jOOQ as the role of the application. */
  DSLContext sql() {
    return Sql.over(application());
  }

  /** jOOQ as the owner of the tables. */
  DSLContext ownerSql() {
    return Sql.over(connect(NAME, OWNER));
  }

  /** Ends every connection but its own; tells when. */
  Instant cutAllConnections() {
    Sql.over(connect(NAME, "postgres"))
        .execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    return Instant.now();
  }

  /**
   * Stops it without a word to anybody, as a crash would (an immediate shutdown), and starts it.
   *
   * @return when it was gone
   */
  Instant crashAndRestart() throws IOException, InterruptedException {
    Path lock = data.resolve("postmaster.pid");
    ProcessHandle server =
        ProcessHandle.of(Long.parseLong(Files.readAllLines(lock).get(0).strip())).orElseThrow();
    new ProcessBuilder("kill", "-QUIT", Long.toString(server.pid())).start().waitFor();
    try {
      server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("PostgreSQL did not stop.", e);
    }
    Instant gone = Instant.now();
    postgres.close();
    Files.deleteIfExists(lock);
    start();
    return gone;
  }

  private void execute(String database, String statement) throws SQLException {
    try (Connection connection = connect(database, "postgres").getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  private DataSource connect(String database, String role) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"localhost"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser(role);
    return source;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
