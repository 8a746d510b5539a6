package org.stoa.data.analytics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.stoa.data.RowRequest;
import org.stoa.data.Sort;
import org.stoa.data.query.FilterParser;
import org.stoa.data.query.Schema;
import org.stoa.shared.InvalidProblem;

/** Compiles what a person wants to see of the rows of a version. */
final class RowsCompiler {

  private RowsCompiler() {}

  /** First the row number, then the columns; one row more than the limit. */
  static ResultQuery<?> compile(VersionSource source, RowRequest request, RowCursor cursor) {
    Schema schema = source.schema();
    List<SelectField<?>> selected = new ArrayList<>();
    selected.add(VersionTable.ROW);
    schema.columns().forEach(column -> selected.add(column.field()));
    Condition condition = FilterParser.parse(request.filter(), schema);
    var rows = DSL.select(selected).from(source.numbered());
    if (cursor.sorted()) {
      return rows.where(condition)
          .orderBy(order(schema, request.sort()), VersionTable.ROW)
          .limit(request.limit() + 1)
          .offset(cursor.place());
    }
    return rows.where(condition.and(VersionTable.ROW.gt(cursor.place())))
        .orderBy(VersionTable.ROW)
        .limit(request.limit() + 1);
  }

  /** The columns of all rows from one place on, in the order of the file. */
  static ResultQuery<?> slice(Path parquet, Schema schema, long from, int limit) {
    List<SelectField<?>> selected = new ArrayList<>();
    schema.columns().forEach(column -> selected.add(column.field()));
    return DSL.select(selected)
        .from(VersionTable.numbered(parquet))
        .where(VersionTable.ROW.ge(from).and(VersionTable.ROW.lt(from + limit)))
        .orderBy(VersionTable.ROW);
  }

  private static SortField<?> order(Schema schema, String text) {
    Sort sort = Sort.of(text);
    Field<?> field =
        schema
            .find(sort.by())
            .orElseThrow(() -> new InvalidProblem("sort", schema.unknown(sort.by())))
            .field();
    return (sort.descending() ? field.desc() : field.asc()).nullsLast();
  }
}
