package org.stoa.data.analytics;

import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.stoa.data.Query;
import org.stoa.data.QueryResult;
import org.stoa.data.RowRequest;
import org.stoa.data.query.CompiledQuery;
import org.stoa.data.query.QueryCompiler;
import org.stoa.data.query.Schema;

/** Reads rows of versions, and asks queries to them. */
public class VersionReader {

  private static final Settings QUIET = new Settings().withExecuteLogging(false);

  private final Analytics analytics;

  /** Over the engine. */
  @Inject
  public VersionReader(Analytics analytics) {
    this.analytics = analytics;
  }

  /**
   * Asks a query about one version alone.
   *
   * @param parquet where the version lies
   * @param number the number of the version, for the answer
   */
  public QueryResult query(Path parquet, int number, Schema schema, Query query) {
    return query(VersionSource.of(parquet, schema), number, query);
  }

  /**
   * Asks a query.
   *
   * @param number the number of the version, for the answer
   */
  public QueryResult query(VersionSource source, int number, Query query) {
    CompiledQuery compiled = QueryCompiler.compile(query, source.schema(), source.table());
    List<List<Object>> rows =
        fetch(compiled.select(), result -> JsonValues.row(result, 1, compiled.columns().size()));
    boolean truncated = rows.size() > compiled.limit();
    List<List<Object>> kept = truncated ? rows.subList(0, compiled.limit()) : rows;
    return new QueryResult(compiled.columns(), kept, number, truncated);
  }

  /**
   * Reads rows of one version alone.
   *
   * @param cursor behind which row to begin
   * @return at most one row more than the limit of the request
   */
  public List<NumberedRow> rows(Path parquet, Schema schema, RowRequest request, RowCursor cursor) {
    return rows(VersionSource.of(parquet, schema), request, cursor);
  }

  /**
   * Reads rows.
   *
   * @param cursor behind which row to begin
   * @return at most one row more than the limit of the request
   */
  public List<NumberedRow> rows(VersionSource source, RowRequest request, RowCursor cursor) {
    ResultQuery<?> select = RowsCompiler.compile(source, request, cursor);
    int columns = source.schema().columns().size();
    return fetch(
        select,
        result -> new NumberedRow(result.getLong(1), JsonValues.row(result, 2, columns + 1)));
  }

  /**
   * Reads rows in the order of the file, from one place on.
   *
   * @param from the place of the first one, from 0
   * @param limit how many at most
   * @param taker takes each row, and tells whether it takes another one
   * @return how many were taken
   */
  public long slice(
      Path parquet, Schema schema, long from, int limit, Predicate<List<Object>> taker) {
    ResultQuery<?> select = RowsCompiler.slice(parquet, schema, from, limit);
    int columns = schema.columns().size();
    return analytics.call(
        connection ->
            walk(connection, select, result -> taker.test(JsonValues.row(result, 1, columns))));
  }

  /**
   * A row and its place in the file.
   *
   * @param number the place, from 0
   * @param values its values in the order of the schema
   */
  public record NumberedRow(long number, List<Object> values) {}

  @FunctionalInterface
  private interface RowReader<T> {
    T read(ResultSet result) throws SQLException;
  }

  private <T> List<T> fetch(ResultQuery<?> select, RowReader<T> reader) {
    return analytics.call(connection -> fetch(connection, select, reader));
  }

  private <T> List<T> fetch(Connection connection, ResultQuery<?> select, RowReader<T> reader)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    walk(connection, select, result -> rows.add(reader.read(result)));
    return rows;
  }

  /** Reads until there is no row, or the reader wants no other. */
  private long walk(Connection connection, ResultQuery<?> select, RowReader<Boolean> reader)
      throws SQLException {
    select.attach(DSL.using(connection, SQLDialect.DUCKDB, QUIET).configuration());
    select.queryTimeout(analytics.querySeconds());
    long read = 0;
    try (ResultSet result = select.fetchResultSet()) {
      boolean more = true;
      while (more && result.next()) {
        more = reader.read(result);
        read++;
      }
      return read;
    } catch (DataAccessException e) {
      SQLException cause = e.getCause(SQLException.class);
      if (cause == null) {
        throw e;
      }
      throw cause;
    }
  }
}
