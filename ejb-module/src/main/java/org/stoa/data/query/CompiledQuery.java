package org.stoa.data.query;

import java.util.List;
import org.jooq.ResultQuery;
import org.stoa.data.ResultColumn;

/**
 * A query, ready to be asked.
 *
 * @param select the statement; it returns at most one row more than the limit
 * @param columns what its columns are
 * @param limit how many rows were asked for
 */
public record CompiledQuery(ResultQuery<?> select, List<ResultColumn> columns, int limit) {

  public CompiledQuery {
    columns = List.copyOf(columns);
  }
}
