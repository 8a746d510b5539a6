package org.stoa.data.analytics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stoa.data.Lookup;
import org.stoa.data.query.Column;
import org.stoa.data.query.Schema;
import org.stoa.data.query.SqlTypes;
import org.stoa.shared.InvalidProblem;

/**
 * What a question is asked about: the rows of one version, each perhaps with columns of others that
 * are looked up by a key. There are as many rows as without.
 */
public final class VersionSource {

  private static final String ROWS = "rows_of_version";

  private final Path parquet;
  private final Schema own;
  private final List<Joined> joins;

  private VersionSource(Path parquet, Schema own, List<Joined> joins) {
    this.parquet = parquet;
    this.own = own;
    this.joins = List.copyOf(joins);
  }

  /** Another version, by which column its rows are found, and the columns that are looked up. */
  private record Joined(Path parquet, Column key, Column otherKey, List<Pair> columns) {}

  /** A column as its version has it, and as questions name it. */
  private record Pair(Column column, Column shown) {}

  /** One version alone. */
  public static VersionSource of(Path parquet, Schema schema) {
    return new VersionSource(parquet, schema, List.of());
  }

  /**
   * The same rows with columns of another version.
   *
   * @param path how messages call the lookup, such as {@code lookups[0]}
   * @throws InvalidProblem when a column is not there, or the keys are of different types
   */
  public VersionSource with(String path, Lookup lookup, Path other, Schema otherSchema) {
    Column key = require(path + ".on", own, lookup.on());
    Column otherKey = require(path + ".on", otherSchema, lookup.on());
    if (key.type() != otherKey.type()) {
      throw new InvalidProblem(
          path + ".on",
          "%s is %s here, but %s in %s"
              .formatted(key.name(), key.type(), otherKey.type(), lookup.dataset()));
    }
    List<Pair> columns = new ArrayList<>();
    for (int i = 0; i < lookup.columns().size(); i++) {
      String place = path + ".columns[" + i + "]";
      Column column = require(place, otherSchema, lookup.columns().get(i));
      Column shown = new Column(lookup.columnName(column.name()), column.type());
      if (columns.stream().anyMatch(pair -> pair.column().equals(column))
          || schema().find(shown.name()).isPresent()) {
        throw new InvalidProblem(place, shown.name() + " is there twice");
      }
      columns.add(new Pair(column, shown));
    }
    List<Joined> more = new ArrayList<>(joins);
    more.add(new Joined(other, key, otherKey, columns));
    return new VersionSource(parquet, own, more);
  }

  private static Column require(String path, Schema schema, String name) {
    if (name == null || name.isBlank()) {
      throw new InvalidProblem(path, "Name a column.");
    }
    return schema.find(name).orElseThrow(() -> new InvalidProblem(path, schema.unknown(name)));
  }

  /** The columns that a question may name: first those of the version, then those looked up. */
  public Schema schema() {
    List<Column> columns = new ArrayList<>(own.columns());
    columns.addAll(lookedUp());
    return new Schema(columns);
  }

  /** The columns that are looked up, as questions name them. */
  public List<Column> lookedUp() {
    return joins.stream().flatMap(join -> join.columns().stream()).map(Pair::shown).toList();
  }

  /** The rows as a table of a statement. */
  Table<?> table() {
    return joins.isEmpty() ? VersionTable.of(parquet) : joined(VersionTable.of(parquet));
  }

  /** The rows with {@link VersionTable#ROW}. */
  Table<?> numbered() {
    return joins.isEmpty()
        ? VersionTable.numbered(parquet)
        : joined(VersionTable.numbered(parquet));
  }

  private Table<?> joined(Table<Record> version) {
    Table<?> from = version.as(ROWS);
    List<SelectField<?>> selected = new ArrayList<>();
    selected.add(DSL.field(DSL.unquotedName(ROWS, "*")));
    for (int i = 0; i < joins.size(); i++) {
      Joined join = joins.get(i);
      String name = "lookup_" + i;
      Table<?> one = oneRowPerKey(join).as(name);
      from = from.leftJoin(one).on(equal(join, name));
      join.columns().forEach(pair -> selected.add(field(name, pair.shown())));
    }
    return DSL.select(selected).from(from).asTable("joined_rows");
  }

  private static Condition equal(Joined join, String name) {
    return field(ROWS, join.key()).eq(field(name, join.otherKey()));
  }

  /**
   * A key whose rows disagree about a column has no value there: nobody knows which one is right.
   */
  private static Table<?> oneRowPerKey(Joined join) {
    List<SelectField<?>> selected = new ArrayList<>();
    selected.add(join.otherKey().field());
    for (Pair pair : join.columns()) {
      Field<?> column = pair.column().field();
      Field<?> agreed =
          DSL.when(DSL.countDistinct(column).eq(1), DSL.min(column)).as(pair.shown().name());
      selected.add(agreed);
    }
    return DSL.select(selected)
        .from(VersionTable.of(join.parquet()))
        .groupBy(join.otherKey().field())
        .asTable();
  }

  @SuppressWarnings("unchecked") // both sides of a join are of the same type, which was checked
  private static Field<Object> field(String table, Column column) {
    return (Field<Object>)
        DSL.field(DSL.quotedName(table, column.name()), SqlTypes.of(column.type()));
  }
}
