package org.stoa.data.format;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.stoa.data.Loss;

/** A table in a file. Its columns have the types that all of its values have. */
public interface SourceTable {

  /** The name that the file gives it; empty when only the file has a name. */
  Optional<String> name();

  /** What it holds in words; empty when the file does not say. */
  String label();

  /** How many rows it has. */
  long rows();

  /** Its columns in the order of the file, at least one. */
  List<ColumnSpec> columns();

  /** What of the file is not kept when it is loaded; empty when all is. */
  default List<Loss> losses() {
    return List.of();
  }

  /** Walks over its rows. More than one walk may be under way, in one thread each. */
  RowCursor open() throws IOException;
}
