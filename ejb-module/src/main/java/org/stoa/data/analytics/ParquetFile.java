package org.stoa.data.analytics;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.stoa.data.Loss;
import org.stoa.data.analytics.ParquetColumn.Facts;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SourceTable;
import org.stoa.data.format.TableFile;

/** A Parquet file as the one table that it is. */
public final class ParquetFile implements TableFile, SourceTable {

  private final Analytics analytics;
  private final Path file;
  private final List<ParquetColumn> columns;
  private final List<ColumnSpec> specs = new ArrayList<>();
  private final List<Loss> losses = new ArrayList<>();
  private final long rows;

  ParquetFile(Analytics analytics, Path file, List<ParquetColumn> columns, List<Facts> facts) {
    this.analytics = analytics;
    this.file = file;
    this.columns = List.copyOf(columns);
    this.rows = facts.get(0).rows();
    for (int i = 0; i < columns.size(); i++) {
      specs.add(columns.get(i).spec(facts.get(i)));
      losses.addAll(columns.get(i).losses(facts.get(i)));
    }
  }

  @Override
  public List<SourceTable> tables() {
    return List.of(this);
  }

  @Override
  public Optional<String> name() {
    return Optional.empty();
  }

  @Override
  public String label() {
    return "";
  }

  @Override
  public long rows() {
    return rows;
  }

  @Override
  public List<ColumnSpec> columns() {
    return List.copyOf(specs);
  }

  @Override
  public List<Loss> losses() {
    return List.copyOf(losses);
  }

  /** All rows as a version has them, in their order. */
  Select<?> asVersion() {
    return DSL.select(kept()).from(ParquetScan.rowsOf(file));
  }

  private List<Field<?>> kept() {
    List<Field<?>> kept = new ArrayList<>();
    columns.forEach(column -> kept.addAll(column.kept()));
    return kept;
  }

  @Override
  public RowCursor open() {
    List<Field<?>> kept = kept();
    kept.add(VersionTable.ROW);
    Table<?> numbered = DSL.select(kept).from(ParquetScan.numberedRowsOf(file)).asTable("given");
    return new VersionRows(analytics, numbered, columns(), rows);
  }

  /** Nothing of its own is open. */
  @Override
  public void close() {}
}
