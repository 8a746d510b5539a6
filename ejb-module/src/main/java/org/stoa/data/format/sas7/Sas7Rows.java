package org.stoa.data.format.sas7;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SasMissing;
import org.stoa.data.format.SasTime;

/** Walks over the rows of a dataset and tells their values. Ends with its file. */
final class Sas7Rows implements RowCursor {

  private final Sas7Walk walk;
  private final Sas7Column[] columns;
  private final List<ColumnSpec> specs;
  private final Charset charset;

  Sas7Rows(Sas7Source source, Sas7Layout layout, Sas7Dataset dataset) {
    this.walk = new Sas7Walk(source, layout, dataset);
    this.columns = dataset.columns().toArray(Sas7Column[]::new);
    this.specs = dataset.columns().stream().map(Sas7Column::spec).toList();
    this.charset = layout.charset();
  }

  @Override
  public List<ColumnSpec> columns() {
    return specs;
  }

  @Override
  public boolean next() {
    try {
      return walk.next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public long row() {
    return walk.row();
  }

  @Override
  public boolean isMissing(int column) {
    return columns[column].text()
        ? !walk.text(columns[column]).hasRemaining()
        : Double.isNaN(decimal(column));
  }

  @Override
  public SasMissing missing(int column) {
    return columns[column].text()
        ? SasMissing.PLAIN
        : Sas7Numbers.reason(walk.bits(columns[column]));
  }

  @Override
  public String text(int column) {
    return charset.decode(walk.text(columns[column])).toString();
  }

  @Override
  public long integer(int column) {
    return (long) decimal(column);
  }

  @Override
  public double decimal(int column) {
    return Double.longBitsToDouble(walk.bits(columns[column]));
  }

  @Override
  public boolean bool(int column) {
    throw new IllegalStateException("Column " + column + " is not a BOOLEAN: SAS has none.");
  }

  @Override
  public int epochDay(int column) {
    return SasTime.epochDay(decimal(column));
  }

  @Override
  public long epochMicro(int column) {
    return SasTime.epochMicro(decimal(column));
  }

  @Override
  public long microOfDay(int column) {
    return SasTime.microOfDay(decimal(column));
  }

  /** Nothing of its own is open. */
  @Override
  public void close() {}
}
