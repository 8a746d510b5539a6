package org.stoa.data.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.ResultQuery;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stoa.data.Measure;
import org.stoa.data.Query;
import org.stoa.data.ResultColumn;
import org.stoa.data.Sort;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.InvalidProblem.FieldError;

/** Checks a query against the columns of a version and compiles it. One compiler, one query. */
public final class QueryCompiler {

  private static final int MOST_COLUMNS = 100;
  private static final int LONGEST_NAME = 100;

  private final Query query;
  private final Schema schema;
  private final List<FieldError> errors = new ArrayList<>();
  private final List<ResultColumn> results = new ArrayList<>();
  private final List<Field<?>> fields = new ArrayList<>();

  private QueryCompiler(Query query, Schema schema) {
    this.query = query;
    this.schema = schema;
  }

  /**
   * Compiles a query. It asks for one row more than the limit, to see whether there are more.
   *
   * @param rows the table with the columns of the schema
   * @throws InvalidProblem with the path and the nearest known name for all that is wrong
   * @throws org.stoa.data.FilterProblem when the filter is not valid
   */
  public static CompiledQuery compile(Query query, Schema schema, Table<?> rows) {
    return new QueryCompiler(query, schema).compile(rows);
  }

  private CompiledQuery compile(Table<?> rows) {
    checkSize();
    List<Field<?>> groups = dimensions();
    measures();
    List<SortField<?>> order = order();
    if (!errors.isEmpty()) {
      throw new InvalidProblem(errors);
    }
    Condition condition = FilterParser.parse(query.filter(), schema);
    return new CompiledQuery(select(rows, condition, groups, order), results, query.limit());
  }

  /** Without groups there is one row, also when no row fits the filter. */
  private ResultQuery<?> select(
      Table<?> rows, Condition condition, List<Field<?>> groups, List<SortField<?>> order) {
    List<SelectField<?>> selected = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      selected.add(fields.get(i).as(alias(i)));
    }
    int limit = query.limit() + 1;
    var filtered = DSL.select(selected).from(rows).where(condition);
    return groups.isEmpty()
        ? filtered.limit(limit)
        : filtered.groupBy(groups).orderBy(order).limit(limit);
  }

  private void checkSize() {
    if (query.dimensions().isEmpty() && query.measures().isEmpty()) {
      errors.add(new FieldError("dimensions", "A query needs a dimension or a measure."));
    }
    if (query.dimensions().size() + query.measures().size() > MOST_COLUMNS) {
      throw new InvalidProblem("measures", "A query has at most " + MOST_COLUMNS + " columns.");
    }
    if (query.limit() < 1 || query.limit() > Query.MAX_LIMIT) {
      errors.add(new FieldError("limit", "must be between 1 and " + Query.MAX_LIMIT));
    }
  }

  private List<Field<?>> dimensions() {
    Set<Column> seen = new HashSet<>();
    for (int i = 0; i < query.dimensions().size(); i++) {
      String path = "dimensions[" + i + "]";
      Optional<Column> column = column(path, query.dimensions().get(i));
      column.ifPresent(
          found -> {
            if (!seen.add(found)) {
              errors.add(new FieldError(path, found.name() + " is there twice."));
            }
            add(found.name(), found.field(), found);
          });
    }
    return List.copyOf(fields);
  }

  private void add(String name, Field<?> field, Column column) {
    results.add(new ResultColumn(name, column.type()));
    fields.add(field);
  }

  private void measures() {
    for (int i = 0; i < query.measures().size(); i++) {
      String path = "measures[" + i + "]";
      Measure measure = query.measures().get(i);
      if (measure == null) {
        errors.add(new FieldError(path, "A measure has an op, and mostly a column."));
        continue;
      }
      Optional<Aggregate> aggregate = aggregate(path, measure.op());
      boolean columnNeeded = aggregate.isPresent() && aggregate.get() != Aggregate.COUNT;
      boolean rowCount = isEveryRow(measure.column()) && !columnNeeded;
      Optional<Column> column =
          rowCount ? Optional.empty() : column(path + ".column", measure.column());
      if (aggregate.isPresent() && (rowCount || column.isPresent())) {
        add(path, measure, aggregate.get(), column);
      }
    }
  }

  /** No column, or the star that SQL writes, means the row itself. */
  private static boolean isEveryRow(String column) {
    return column == null || column.equals("*");
  }

  private void add(String path, Measure measure, Aggregate aggregate, Optional<Column> column) {
    if (column.isPresent() && !aggregate.fits(column.get())) {
      errors.add(
          new FieldError(
              path + ".column",
              aggregate.op()
                  + " needs numbers, but "
                  + column.get().name()
                  + " holds "
                  + Literals.plural(column.get().type())));
      return;
    }
    String name =
        measure.as() != null
            ? measure.as()
            : column.map(c -> aggregate.op() + "_" + c.name()).orElse(aggregate.op());
    checkName(path + ".as", name);
    results.add(new ResultColumn(name, aggregate.type(column)));
    fields.add(aggregate.of(column));
  }

  private void checkName(String path, String name) {
    if (name.isBlank()
        || name.length() > LONGEST_NAME
        || name.startsWith("-")
        || name.chars().anyMatch(Character::isISOControl)) {
      errors.add(
          new FieldError(
              path,
              "A name has 1 to "
                  + LONGEST_NAME
                  + " characters, no control characters, and does not begin with -."));
    }
    if (place(name) >= 0) {
      errors.add(new FieldError(path, Names.shown(name) + " is the name of another column."));
    }
  }

  private List<SortField<?>> order() {
    List<SortField<?>> order = new ArrayList<>();
    for (int i = 0; i < query.sort().size(); i++) {
      Sort sort = query.sort().get(i);
      if (sort == null) {
        errors.add(new FieldError("sort[" + i + "]", unknownResult(null)));
        continue;
      }
      int place = sort.by() == null ? -1 : place(sort.by());
      if (place < 0) {
        errors.add(new FieldError("sort[" + i + "].by", unknownResult(sort.by())));
      } else {
        order.add(order(place, sort.descending()));
      }
    }
    for (int i = 0; i < query.dimensions().size(); i++) {
      order.add(order(i, false));
    }
    return order;
  }

  private static SortField<?> order(int place, boolean descending) {
    Field<?> field = DSL.field(DSL.quotedName(alias(place)));
    return (descending ? field.desc() : field.asc()).nullsLast();
  }

  private String unknownResult(String name) {
    if (name == null) {
      return "Name a dimension or a measure.";
    }
    return "There is no dimension or measure "
        + Names.shown(name)
        + "."
        + Names.hint(name, results.stream().map(ResultColumn::name).toList());
  }

  private int place(String name) {
    for (int i = 0; i < results.size(); i++) {
      if (results.get(i).name().equalsIgnoreCase(name)) {
        return i;
      }
    }
    return -1;
  }

  /** The statement never carries the name that a person gave to a measure. */
  private static String alias(int place) {
    return "c" + place;
  }

  private Optional<Aggregate> aggregate(String path, String op) {
    Optional<Aggregate> aggregate = Aggregate.find(op);
    if (aggregate.isEmpty()) {
      String given = op == null ? "" : op;
      errors.add(
          new FieldError(
              path + ".op",
              "There is no operation "
                  + Names.shown(given)
                  + "."
                  + Names.hint(given.toLowerCase(Locale.ROOT), Aggregate.ops())));
    }
    return aggregate;
  }

  private Optional<Column> column(String path, String name) {
    if (name == null || name.isBlank()) {
      errors.add(new FieldError(path, "Name a column."));
      return Optional.empty();
    }
    Optional<Column> column = schema.find(name);
    if (column.isEmpty()) {
      errors.add(new FieldError(path, schema.unknown(name)));
    }
    return column;
  }
}
