package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.stoa.data.ColumnType;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.RowCursor;

/** Writes rows of Dataset-JSON as arrays. */
final class DatasetJsonCells {

  private static final long MICROS_OF_DAY = 86_400_000_000L;
  private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
  private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();

  private final ColumnType[] types;
  private final JsonGenerator json;

  DatasetJsonCells(List<ColumnSpec> columns, JsonGenerator json) {
    this.types = columns.stream().map(ColumnSpec::type).toArray(ColumnType[]::new);
    this.json = json;
  }

  /** Whether JSON has the number. */
  static boolean isKept(double value) {
    return Double.isFinite(value);
  }

  /** Whether the day is of the years 1 to 9999, which have four digits. */
  static boolean isDay(long epochDay) {
    return epochDay >= FIRST_DAY && epochDay <= LAST_DAY;
  }

  static boolean isMoment(long epochMicro) {
    return isDay(Math.floorDiv(epochMicro, MICROS_OF_DAY));
  }

  void writeRow(RowCursor rows) throws IOException {
    json.writeStartArray();
    for (int i = 0; i < types.length; i++) {
      if (rows.isMissing(i)) {
        json.writeNull();
      } else {
        write(rows, i);
      }
    }
    json.writeEndArray();
  }

  private void write(RowCursor rows, int column) throws IOException {
    switch (types[column]) {
      case TEXT -> json.writeString(TextCheck.mended(rows.text(column)));
      case INTEGER -> json.writeNumber(rows.integer(column));
      case DECIMAL -> writeDecimal(rows.decimal(column));
      case BOOLEAN -> json.writeBoolean(rows.bool(column));
      case DATE -> writeDay(rows.epochDay(column));
      case DATETIME -> writeMoment(rows.epochMicro(column));
      case TIME -> json.writeString(clock(rows.microOfDay(column)));
    }
  }

  private void writeDecimal(double value) throws IOException {
    if (isKept(value)) {
      json.writeNumber(value);
    } else {
      json.writeNull();
    }
  }

  private void writeDay(long epochDay) throws IOException {
    if (isDay(epochDay)) {
      json.writeString(day(epochDay));
    } else {
      json.writeNull();
    }
  }

  private void writeMoment(long epochMicro) throws IOException {
    if (isMoment(epochMicro)) {
      String day = day(Math.floorDiv(epochMicro, MICROS_OF_DAY));
      json.writeString(day + "T" + clock(Math.floorMod(epochMicro, MICROS_OF_DAY)));
    } else {
      json.writeNull();
    }
  }

  private static String day(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).toString();
  }

  /** Always with seconds; a fraction only when there is one. */
  private static String clock(long microOfDay) {
    return DateTimeFormatter.ISO_LOCAL_TIME.format(LocalTime.ofNanoOfDay(microOfDay * 1_000L));
  }
}
