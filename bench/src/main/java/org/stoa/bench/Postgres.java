package org.stoa.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * PostgreSQL beside the application, in the same instance: what a person would do by hand. {@code
 * COPY … FROM STDIN} is what {@code \copy} of psql sends.
 */
final class Postgres {

  private static final String TABLE =
      """
      CREATE SCHEMA IF NOT EXISTS bench;
      DROP TABLE IF EXISTS bench.lb;
      CREATE TABLE bench.lb (
        studyid text, usubjid text, lbseq integer, lbtestcd text, lbcat text,
        lbstresn double precision, lbstresu text, lbnrind text, visitnum integer, visit text,
        lbdtc date, siteid text)""";

  private static final String GROUPS =
      """
      SELECT siteid, avg(lbstresn), percentile_cont(0.5) WITHIN GROUP (ORDER BY lbstresn),
        count(DISTINCT usubjid)
      FROM bench.lb WHERE lbseq > %d GROUP BY siteid ORDER BY siteid""";

  private final Map<String, String> environment;

  Postgres(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Copies a CSV file into an empty typed table; seconds. */
  double copy(Path csv) throws SQLException, IOException {
    try (Connection connection = open();
        Statement statement = connection.createStatement();
        Reader rows = Files.newBufferedReader(csv)) {
      statement.execute(TABLE);
      long start = System.nanoTime();
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY bench.lb FROM STDIN (FORMAT csv, HEADER)", rows, 1 << 16);
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** Asks what {@link Courses#groupBy} asks; seconds. */
  double groupBy(int turn) throws SQLException {
    try (Connection connection = open();
        Statement statement = connection.createStatement()) {
      long start = System.nanoTime();
      int groups = 0;
      try (ResultSet result = statement.executeQuery(GROUPS.formatted(-turn))) {
        while (result.next()) {
          groups++;
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (groups != LaboratoryFile.SITES) {
        throw new IllegalStateException("groups: " + groups);
      }
      return seconds;
    }
  }

  private Connection open() throws SQLException {
    return DriverManager.getConnection(
        environment.get("STOA_DATABASE_URL"),
        environment.get("STOA_DATABASE_OWNER_USER"),
        environment.get("STOA_DATABASE_OWNER_PASSWORD"));
  }
}
