package org.stoa.data.format.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.stoa.data.Loss;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.FileProblem;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SourceTable;
import org.stoa.data.format.TableFile;

/**
 * A JSON file as the one table that it is: CDISC Dataset-JSON 1.1 (as one object or by lines), one
 * object on each line, or an array of objects. Texts must be UTF-8. A null and a member that is not
 * there are missing values, an empty text is not.
 *
 * <p>In Dataset-JSON a column has the type that is declared. Dates and times become such only with
 * a {@code targetDataType}, for otherwise they are texts of ISO 8601 and may be partial; decimals
 * become numbers when a double keeps all of them. A column whose values cannot become what is
 * declared stays text, and that is told as a loss.
 */
public final class JsonFile implements TableFile, SourceTable {

  private final JsonSource source;
  private final JsonTable table;

  private JsonFile(JsonSource source, JsonTable table) {
    this.source = source;
    this.table = table;
  }

  /**
   * Reads a file from end to end and checks everything.
   *
   * @param label the name by which problems call the file
   * @param progress is told now and then how many bytes were checked; what it throws ends the check
   * @throws FileProblem when the file cannot be loaded; it says where and why
   */
  public static JsonFile open(Path file, String label, LongConsumer progress) throws IOException {
    return open(new JsonSource(file, label, false, Long.MAX_VALUE), progress);
  }

  /**
   * The same for compressed Dataset-JSON: lines as a zlib stream (RFC 1950).
   *
   * @param mostBytes how many bytes it may have when it is unpacked
   */
  public static JsonFile openCompressed(
      Path file, String label, long mostBytes, LongConsumer progress) throws IOException {
    return open(new JsonSource(file, label, true, mostBytes), progress);
  }

  private static JsonFile open(JsonSource source, LongConsumer progress) throws IOException {
    return new JsonFile(source, JsonErrors.told(source, () -> scan(source, progress)));
  }

  private static JsonTable scan(JsonSource source, LongConsumer progress) throws IOException {
    JsonForm form = JsonForm.detect(source);
    try (JsonParser parser = source.openChecked(progress)) {
      return scan(source, form, parser);
    }
  }

  private static JsonTable scan(JsonSource source, JsonForm form, JsonParser parser)
      throws IOException {
    try {
      return form == JsonForm.DATASET
          ? new DatasetScan(source, parser).scan()
          : new ObjectScan(source, form, parser).scan();
    } catch (StreamConstraintsException e) {
      throw JsonErrors.limit(source, parser, e);
    }
  }

  @Override
  public List<SourceTable> tables() {
    return List.of(this);
  }

  @Override
  public Optional<String> name() {
    return table.name();
  }

  @Override
  public String label() {
    return table.label();
  }

  @Override
  public long rows() {
    return table.rows();
  }

  @Override
  public List<ColumnSpec> columns() {
    return table.columns();
  }

  @Override
  public List<Loss> losses() {
    return table.losses();
  }

  @Override
  public RowCursor open() throws IOException {
    return new JsonRows(source, table);
  }

  /** Nothing of its own is open. */
  @Override
  public void close() {}
}
