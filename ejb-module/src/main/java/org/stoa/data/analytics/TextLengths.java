package org.stoa.data.analytics;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;

/** Measures the texts of versions, for formats that say beforehand how long texts are. */
public class TextLengths {

  private final Analytics analytics;

  /** Over the engine. */
  @Inject
  public TextLengths(Analytics analytics) {
    this.analytics = analytics;
  }

  /** The columns, those of texts at least as long as the longest one in the file. */
  public List<ColumnSpec> measured(Path parquet, List<ColumnSpec> columns) {
    return analytics.call(connection -> measured(connection, parquet, columns));
  }

  private static List<ColumnSpec> measured(
      Connection connection, Path parquet, List<ColumnSpec> columns) throws SQLException {
    List<SelectField<?>> lengths = new ArrayList<>();
    for (ColumnSpec column : columns) {
      lengths.add(
          column.type() == ColumnType.TEXT
              ? DSL.field("coalesce(max(strlen({0})), 0)", DSL.field(DSL.quotedName(column.name())))
              : DSL.inline(0));
    }
    String select =
        DSL.using(SQLDialect.DUCKDB)
            .renderInlined(DSL.select(lengths).from(VersionTable.of(parquet)));
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(select)) {
      result.next();
      List<ColumnSpec> measured = new ArrayList<>();
      for (ColumnSpec column : columns) {
        int longest = result.getInt(measured.size() + 1);
        measured.add(column.sized(Math.max(column.length(), longest)));
      }
      return measured;
    }
  }
}
