package org.stoa.data.analytics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.stoa.data.ColumnType;
import org.stoa.data.query.Column;
import org.stoa.data.query.Schema;

/**
 * A small table with every type of column, missing values and awkward texts, known to Java row by
 * row and kept in Parquet.
 */
public final class Events {

  /** Every type; one name that must be quoted, one that is a word of SQL. */
  public static final Schema SCHEMA =
      new Schema(
          List.of(
              new Column("USUBJID", ColumnType.TEXT),
              new Column("Severity of event", ColumnType.TEXT),
              new Column("AGE", ColumnType.INTEGER),
              new Column("AVAL", ColumnType.DECIMAL),
              new Column("AESER", ColumnType.BOOLEAN),
              new Column("ASTDT", ColumnType.DATE),
              new Column("ASTDTM", ColumnType.DATETIME),
              new Column("ORDER", ColumnType.TIME)));

  private static final List<String> TEXTS =
      List.of("MILD", "moderate", "O'Brien", "50%", "a_b", "\\", "", " x ", "Ünï", "😀", "\"q\"");

  private final List<List<String>> rows = new ArrayList<>();
  private final Path parquet;

  private Events(Path parquet) {
    this.parquet = parquet;
  }

  /** The table, written into the directory; the same every time. */
  public static Events in(Path directory) {
    Events events = new Events(directory.resolve("events.parquet"));
    Random random = new Random(20_240_229);
    for (int i = 0; i < 400; i++) {
      events.rows.add(row(random));
    }
    events.write(TestEngine.over(directory));
    return events;
  }

  /** Where it lies. */
  public Path parquet() {
    return parquet;
  }

  /** Its values as text, null where missing. */
  public List<List<String>> rows() {
    return rows;
  }

  /** The values of a column as text, null where missing. */
  public List<String> values(int column) {
    return rows.stream().map(row -> row.get(column)).toList();
  }

  private static List<String> row(Random random) {
    int day = 1 + random.nextInt(28);
    int hour = random.nextInt(24);
    String date = String.format("2024-02-%02d", day);
    String time = String.format("%02d:%02d:00", hour, random.nextInt(60));
    List<String> row =
        new ArrayList<>(
            Arrays.asList(
                "S-" + random.nextInt(40),
                TEXTS.get(random.nextInt(TEXTS.size())),
                Integer.toString(18 + random.nextInt(60)),
                Double.toString(random.nextInt(41) / 4.0 - 5),
                Boolean.toString(random.nextBoolean()),
                date,
                date + "T" + time,
                time));
    for (int i = 0; i < row.size(); i++) {
      if (random.nextInt(8) == 0) {
        row.set(i, null);
      }
    }
    return row;
  }

  private void write(Analytics analytics) {
    analytics.call(
        connection -> {
          try (var statement = connection.createStatement()) {
            statement.execute(
                "CREATE TEMP TABLE t (a VARCHAR, b VARCHAR, c BIGINT, d DOUBLE, e BOOLEAN, f DATE,"
                    + " g TIMESTAMP, h TIME)");
          }
          try (var insert =
              connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (List<String> row : rows) {
              for (int i = 0; i < row.size(); i++) {
                insert.setString(i + 1, row.get(i));
              }
              insert.addBatch();
            }
            insert.executeBatch();
          }
          try (var statement = connection.createStatement()) {
            return statement.execute(
                "COPY (SELECT a AS \"USUBJID\", b AS \"Severity of event\", c AS \"AGE\", d AS"
                    + " \"AVAL\", e AS \"AESER\", f AS \"ASTDT\", g AS \"ASTDTM\", h AS \"ORDER\""
                    + " FROM t) TO '"
                    + parquet
                    + "' (FORMAT parquet, ROW_GROUP_SIZE 100)");
          }
        });
  }
}
