package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.RowCursor;

/** Walks over the rows of a JSON file that was checked. Holds one row at a time. */
final class JsonRows implements RowCursor {

  private final JsonSource source;
  private final JsonParser parser;
  private final RowWalk walk;
  private final List<ColumnSpec> columns;
  private final ColumnType[] types;
  private final ColumnNames names = new ColumnNames();
  private final long rows;
  private final boolean[] missing;
  private final String[] texts;
  private final long[] numbers;
  private long row;

  JsonRows(JsonSource source, JsonTable table) throws IOException {
    this.source = source;
    this.columns = table.columns();
    this.rows = table.rows();
    this.types = columns.stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    this.missing = new boolean[types.length];
    this.texts = new String[types.length];
    this.numbers = new long[types.length];
    columns.forEach(column -> names.add(column.name()));
    this.parser = source.open();
    this.walk = new RowWalk(parser, table.form());
  }

  @Override
  public List<ColumnSpec> columns() {
    return columns;
  }

  @Override
  public boolean next() {
    if (row == rows) {
      return false;
    }
    try {
      read(walk.next());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    row++;
    return true;
  }

  private void read(JsonToken token) throws IOException {
    Arrays.fill(missing, true);
    if (token == JsonToken.START_ARRAY) {
      for (int i = 0; i < types.length; i++) {
        take(i, parser.nextToken());
      }
      require(parser.nextToken() == JsonToken.END_ARRAY);
      return;
    }
    require(token == JsonToken.START_OBJECT);
    names.beginRow();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      int column = names.find(parser.currentName());
      require(column >= 0);
      take(column, parser.nextToken());
    }
  }

  private static void require(boolean expected) {
    if (!expected) {
      throw new IllegalStateException("The file has changed since it was checked.");
    }
  }

  private void take(int column, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    ColumnType type = types[column];
    if (type == ColumnType.TEXT) {
      texts[column] = token.isStructStart() ? NestedText.read(source, parser) : parser.getText();
      missing[column] = false;
    } else if (token != JsonToken.VALUE_STRING || parser.getTextLength() > 0) {
      numbers[column] = number(type, token);
      missing[column] = false;
    }
  }

  /** What is no text is kept in 64 bits. */
  private long number(ColumnType type, JsonToken token) throws IOException {
    return switch (type) {
      case INTEGER -> parser.getLongValue();
      case DECIMAL -> Double.doubleToRawLongBits(decimal(token));
      case BOOLEAN -> token == JsonToken.VALUE_TRUE ? 1 : 0;
      case DATE -> IsoTime.epochDay(parser.getText());
      case DATETIME -> IsoTime.epochMicro(parser.getText());
      case TIME -> IsoTime.microOfDay(parser.getText());
      case TEXT -> throw new IllegalStateException("A text is no number.");
    };
  }

  private double decimal(JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      return Double.parseDouble(parser.getText());
    }
    double value = parser.getDoubleValue();
    boolean negativeZero = value == 0 && parser.getText().charAt(0) == '-';
    return negativeZero ? -0.0 : value;
  }

  @Override
  public long row() {
    return row;
  }

  @Override
  public boolean isMissing(int column) {
    return missing[column];
  }

  @Override
  public String text(int column) {
    return texts[column];
  }

  @Override
  public long integer(int column) {
    return numbers[column];
  }

  @Override
  public double decimal(int column) {
    return Double.longBitsToDouble(numbers[column]);
  }

  @Override
  public boolean bool(int column) {
    return numbers[column] == 1;
  }

  @Override
  public int epochDay(int column) {
    return (int) numbers[column];
  }

  @Override
  public long epochMicro(int column) {
    return numbers[column];
  }

  @Override
  public long microOfDay(int column) {
    return numbers[column];
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
