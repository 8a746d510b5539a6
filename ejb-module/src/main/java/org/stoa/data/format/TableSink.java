package org.stoa.data.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.stoa.data.Loss;

/** Writes tables as files of one format, in constant memory. */
public interface TableSink {

  /**
   * What the format does not keep of these rows. Reads all of them and writes nothing. A reader of
   * the file that {@link #write} makes gets equal cells wherever no loss is told.
   */
  List<Loss> losses(TableHead table, RowCursor rows);

  /**
   * Writes a file; the same input gives the same bytes.
   *
   * @param rows all of the table, in order
   * @param out takes the bytes, and stays open
   */
  void write(TableHead table, RowCursor rows, OutputStream out) throws IOException;
}
