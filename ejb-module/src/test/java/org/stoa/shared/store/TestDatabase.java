package org.stoa.shared.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated database for one test class, with the owner and the application's role as in
 * production. PostgreSQL starts once per JVM and migrates one template; each class gets a copy.
 *
 * <pre>{@code
 * @RegisterExtension static final TestDatabase database = new TestDatabase();
 * }</pre>
 */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {

  private static final String OWNER = "stoa_owner";
  private static final String APPLICATION = "stoa_app";
  private static final String TEMPLATE = "stoa_template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private String name;

  @Override
  public void beforeAll(ExtensionContext context) {
    name = "stoa_test_" + COUNT.incrementAndGet();
    Server.run("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " OWNER " + OWNER);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Server.run("DROP DATABASE " + name + " WITH (FORCE)");
  }

  /** Connects as the role of the application: rows only, no ownership. */
  public DataSource application() {
    return Server.connect(name, APPLICATION);
  }

  /** Connects as the owner of the tables: migrations, and tests of what even the owner may not. */
  public DataSource owner() {
    return Server.connect(name, OWNER);
  }

  /** The address under which another process reaches it as the role of the application. */
  public String address() {
    String url = ((PGSimpleDataSource) application()).getUrl();
    return url + (url.contains("?") ? "&" : "?") + "user=" + APPLICATION;
  }

  /** jOOQ as the role of the application. */
  public DSLContext sql() {
    return Sql.over(application());
  }

  /** jOOQ as the owner. */
  public DSLContext ownerSql() {
    return Sql.over(owner());
  }

  /** jOOQ as the superuser, who neither migrates nor runs the application. */
  public DSLContext superuserSql() {
    return Sql.over(Server.connect(name, "postgres"));
  }

  /** Starts at the first use and ends with the JVM. */
  private static final class Server {

    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres postgres =
            EmbeddedPostgres.builder()
                .setServerConfig("timezone", "America/St_Johns")
                .setServerConfig("max_connections", "100")
                .start();
        run(postgres.getPostgresDatabase(), "CREATE ROLE " + OWNER + " LOGIN");
        run(postgres.getPostgresDatabase(), "CREATE ROLE " + APPLICATION + " LOGIN");
        run(postgres.getPostgresDatabase(), "CREATE DATABASE " + TEMPLATE + " OWNER " + OWNER);
        run(postgres.getDatabase("postgres", TEMPLATE), "ALTER SCHEMA public OWNER TO " + OWNER);
        Migrations.run(connect(postgres, TEMPLATE, OWNER), APPLICATION);
        return postgres;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static void run(String statement) {
      run(POSTGRES.getPostgresDatabase(), statement);
    }

    static DataSource connect(String database, String role) {
      return connect(POSTGRES, database, role);
    }

    private static DataSource connect(EmbeddedPostgres postgres, String database, String role) {
      PGSimpleDataSource source = new PGSimpleDataSource();
      source.setServerNames(new String[] {"localhost"});
      source.setPortNumbers(new int[] {postgres.getPort()});
      source.setDatabaseName(database);
      source.setUser(role);
      return source;
    }

    private static void run(DataSource source, String statement) {
      try (Connection connection = source.getConnection();
          Statement sql = connection.createStatement()) {
        sql.execute(statement);
      } catch (SQLException e) {
        throw new IllegalStateException(statement, e);
      }
    }
  }
}
