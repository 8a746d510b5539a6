package org.stoa.data.analytics;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.stoa.data.format.FileProblem;

/** Opens Parquet files that people give. The engine reads them, and is what judges them. */
public class ParquetFiles {

  /** What failures begin with that say nothing about the file. */
  private static final List<String> OURS =
      List.of("Permission Error", "Catalog Error", "Binder Error", "Parser Error");

  private final Analytics analytics;

  /** Over the engine. */
  @Inject
  public ParquetFiles(Analytics analytics) {
    this.analytics = analytics;
  }

  /**
   * Reads a file from end to end and tells its columns.
   *
   * @param file where the engine may read
   * @param label the name by which problems call the file
   * @throws FileProblem when the file cannot be loaded; it says why
   */
  public ParquetFile open(Path file, String label) throws IOException {
    try {
      return new ParquetScan(analytics, file, label).scan();
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof SQLException failure && isAboutTheFile(failure)) {
        DamagedParquetProblem problem = new DamagedParquetProblem(label, why(failure, file));
        problem.initCause(e);
        throw problem;
      }
      throw e;
    }
  }

  private static boolean isAboutTheFile(SQLException failure) {
    String message = String.valueOf(failure.getMessage());
    return OURS.stream().noneMatch(message::startsWith);
  }

  /** The first line as far as it can be shown; the file is not called by its path. */
  private static String why(SQLException failure, Path file) {
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return message.replace(file.toString(), "the file").replaceAll("\\p{Cntrl}", "?");
  }
}
