package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.stoa.data.Loss;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.TableHead;
import org.stoa.data.format.TableSink;

/**
 * Writes CDISC Dataset-JSON 1.1. Dates and times are written in ISO 8601 with the {@code
 * targetDataType} integer, so that they become numbers with a display format in SAS.
 *
 * @see <a href="https://wiki.cdisc.org/display/DSJSON1DOT1/Dataset-JSON+1.1">Dataset-JSON 1.1</a>
 */
public final class DatasetJsonSink implements TableSink {

  private static final int BUFFER = 1 << 16;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final DatasetJsonForm form;
  private final DatasetJsonOrigin origin;

  /**
   * A writer of one form.
   *
   * @param origin who made the file, as it tells
   */
  public DatasetJsonSink(DatasetJsonForm form, DatasetJsonOrigin origin) {
    this.form = form;
    this.origin = origin;
  }

  @Override
  public List<Loss> losses(TableHead table, RowCursor rows) {
    return DatasetJsonLosses.of(table, rows);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException when there are other rows than the head says, for the file says
   *     before the rows how many there are
   */
  @Override
  public void write(TableHead table, RowCursor rows, OutputStream out) throws IOException {
    if (form != DatasetJsonForm.DSJC) {
      writeText(table, rows, out);
      return;
    }
    Deflater deflater = new Deflater();
    try {
      DeflaterOutputStream packed = new DeflaterOutputStream(out, deflater, BUFFER);
      writeText(table, rows, packed);
      packed.finish();
    } finally {
      deflater.end();
    }
  }

  private void writeText(TableHead table, RowCursor rows, OutputStream out) throws IOException {
    boolean inside = form == DatasetJsonForm.JSON;
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      json.setRootValueSeparator(null);
      json.writeStartObject();
      DatasetJsonHead.write(table, origin, json);
      if (inside) {
        json.writeArrayFieldStart("rows");
      } else {
        json.writeEndObject();
      }
      writeRows(table, rows, json);
      if (inside) {
        json.writeRaw('\n');
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeRaw('\n');
    }
  }

  /** Each row begins a line; between the rows of an array comes a comma by itself. */
  private static void writeRows(TableHead table, RowCursor rows, JsonGenerator json)
      throws IOException {
    DatasetJsonCells cells = new DatasetJsonCells(table.columns(), json);
    long written = 0;
    while (rows.next()) {
      json.writeRaw('\n');
      cells.writeRow(rows);
      written++;
    }
    if (written != table.rows()) {
      throw new IllegalStateException(
          table.name() + " has " + written + " rows, not " + table.rows() + ".");
    }
  }
}
