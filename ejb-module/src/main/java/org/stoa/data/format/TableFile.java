package org.stoa.data.format;

import java.io.Closeable;
import java.util.List;

/**
 * A file of tables that was read from end to end and found good: whatever would spoil a load was
 * refused when it was opened, with a {@link FileProblem} that says where and why.
 */
public interface TableFile extends Closeable {

  /** Its tables in the order of the file, at least one. */
  List<? extends SourceTable> tables();
}
