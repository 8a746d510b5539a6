package org.stoa.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

/**
 * A PostgreSQL that the administrator runs: nothing to start and nothing to stop, but the server
 * would wait for it in vain if it does not let both roles in.
 */
record GivenDatabase(Map<String, String> environment) implements Service {

  private static final String PATIENCE_SECONDS = "10";

  @Override
  public String name() {
    return "given database";
  }

  @Override
  public void start() {
    connect("STOA_DATABASE_OWNER_USER", "STOA_DATABASE_OWNER_PASSWORD");
    connect("STOA_DATABASE_USER", "STOA_DATABASE_PASSWORD");
  }

  private void connect(String user, String password) {
    String url = environment.get("STOA_DATABASE_URL");
    Properties properties = new Properties();
    properties.setProperty("user", environment.get(user));
    properties.setProperty("password", environment.get(password));
    properties.setProperty("connectTimeout", PATIENCE_SECONDS);
    properties.setProperty("loginTimeout", PATIENCE_SECONDS);
    try (Connection connection = DriverManager.getConnection(url, properties)) {
      connection.getMetaData().getDatabaseProductVersion();
    } catch (SQLException e) {
      throw new Refusal(
          "The database at %s does not let %s in: %s Start it, or correct STOA_DATABASE_URL, %s and %s."
              .formatted(url, environment.get(user), Refusal.sentence(e), user, password),
          e);
    }
  }

  @Override
  public void stop() {
    // It is not ours.
  }

  @Override
  public boolean hasDied() {
    return false;
  }
}
