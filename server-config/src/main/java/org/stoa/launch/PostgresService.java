package org.stoa.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * PostgreSQL with its data in the state directory, durable as an installed one. It has a superuser,
 * who is used for setting up only, and the two roles of Stoa.
 */
final class PostgresService implements Service {

  static final String DATABASE = "stoa";
  static final String OWNER = "stoa_owner";
  static final String APPLICATION = "stoa_app";

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

  private final StateDirectory state;
  private final Path home;
  private final Path log;
  private final Secrets secrets;
  private final int port;
  private EmbeddedPostgres postgres;

  PostgresService(StateDirectory state, Secrets secrets, int port) {
    this.state = state;
    this.home = state.postgres();
    this.log = state.logs().resolve("postgres.log");
    this.secrets = secrets;
    this.port = port;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public void start() throws IOException, SQLException {
    boolean isNew = !Files.exists(setUp());
    if (isNew) {
      FileTrees.delete(data());
    }
    removeStaleLock();
    Path password = home.resolve("superuser-password");
    StateDirectory.writePrivately(password, superuserPassword());
    postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(home.resolve("binaries").toFile())
            .setDataDirectory(data())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(port)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setConnectConfig("password", superuserPassword())
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", password.toString())
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8")
            .setLocaleConfig("locale", "C")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("listen_addresses", "127.0.0.1")
            .setServerConfig("unix_socket_directories", "")
            .setServerConfig("max_connections", "100")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "2GB")
            .setServerConfig("autovacuum_naptime", "1s")
            .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (isNew) {
      createRoles();
      Files.writeString(setUp(), "");
    }
    Files.delete(password);
  }

  /** The id in a lock that a killed run left may meanwhile be that of another program. */
  private void removeStaleLock() throws IOException {
    if (running(state).isPresent()) {
      throw new Refusal("PostgreSQL still runs on " + data() + ": stop it.");
    }
    Files.deleteIfExists(data().resolve("postmaster.pid"));
  }

  private void createRoles() throws SQLException {
    Map<String, String> values =
        Map.of(
            "database", DATABASE,
            "owner", OWNER,
            "owner_password", ownerPassword(secrets),
            "application", APPLICATION,
            "application_password", applicationPassword(secrets));
    execute(postgres.getPostgresDatabase(), SqlScript.resource("roles.sql").statements(values));
  }

  private static void execute(javax.sql.DataSource database, Iterable<String> statements)
      throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void stop() {
    if (postgres != null) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        postgres = null;
      }
      running(state)
          .ifPresent(
              process -> {
                Processes.signal(process, "INT");
                Processes.waitFor(process, STOP_PATIENCE);
              });
    }
  }

  @Override
  public boolean hasDied() {
    return postgres != null && running(state).isEmpty();
  }

  /** The server of this state directory, if it runs. */
  static Optional<ProcessHandle> running(StateDirectory state) {
    Path data = data(state);
    return Processes.remembered(data.resolve("postmaster.pid"), data.toString());
  }

  private static Path data(StateDirectory state) {
    return state.postgres().resolve("data");
  }

  private Path data() {
    return data(state);
  }

  /** Exists once the roles are there; a data directory without it never held anything. */
  private Path setUp() {
    return home.resolve("set-up");
  }

  private String superuserPassword() {
    return secrets.password("database.superuser.password");
  }

  static String ownerPassword(Secrets secrets) {
    return secrets.password("database.owner.password");
  }

  static String applicationPassword(Secrets secrets) {
    return secrets.password("database.application.password");
  }

  static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
  }
}
