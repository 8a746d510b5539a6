package org.stoa.data.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.stoa.data.ReadOptions;

/** Opens files of every kind that can be loaded. */
public final class TableFiles {

  private TableFiles() {}

  /**
   * Reads a file from end to end and tells its tables.
   *
   * @param label the name by which problems call the file
   * @param options what a person corrected of what would be detected
   * @param progress is told now and then how many bytes were checked; what it throws ends the check
   * @throws FileProblem when the file cannot be loaded; it says where and why
   */
  public static TableFile open(Path file, String label, ReadOptions options, LongConsumer progress)
      throws IOException {
    return switch (FileKind.detect(file, label)) {
      case CSV -> CsvFile.open(file, label, progress);
      case XPT -> XportReader.open(file, label, progress);
      case ZIP -> throw new UnsupportedFileProblem(label, "a ZIP archive in another");
    };
  }
}
