package org.stoa.data.load;

import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.stoa.data.ReadOptions;
import org.stoa.data.analytics.ParquetFiles;
import org.stoa.data.format.CsvFile;
import org.stoa.data.format.FileKind;
import org.stoa.data.format.FileProblem;
import org.stoa.data.format.TableFile;
import org.stoa.data.format.UnsupportedFileProblem;
import org.stoa.data.format.XportReader;
import org.stoa.data.format.excel.Unpacking;
import org.stoa.data.format.excel.XlsxFile;
import org.stoa.data.format.json.JsonFile;
import org.stoa.data.format.sas7.Sas7File;
import org.stoa.files.FilesSettings;
import org.stoa.files.ZipLimits;

/** Opens files of every kind that can be loaded. */
public class TableFiles {

  private final ParquetFiles parquet;
  private final ZipLimits limits;

  /** With the engine, which reads Parquet itself, and what unpacking may cost. */
  @Inject
  public TableFiles(ParquetFiles parquet, FilesSettings settings) {
    this(parquet, settings.zipLimits());
  }

  TableFiles(ParquetFiles parquet, ZipLimits limits) {
    this.parquet = parquet;
    this.limits = limits;
  }

  /**
   * Reads a file from end to end and tells its tables.
   *
   * @param label the name by which problems call the file
   * @param options what a person corrected of what would be detected
   * @param scratch a directory for what does not fit into memory; the caller removes it
   * @param progress is told now and then how many bytes were checked; what it throws ends the check
   * @throws FileProblem when the file cannot be loaded; it says where and why
   */
  TableFile open(Path file, String label, ReadOptions options, Path scratch, LongConsumer progress)
      throws IOException {
    return switch (FileKind.detect(file, label)) {
      case CSV -> CsvFile.open(file, label, options, scratch, progress);
      case XPT -> XportReader.open(file, label, progress);
      case SAS7BDAT -> Sas7File.open(file, label, progress);
      case XLSX -> XlsxFile.open(file, label, options, new Unpacking(limits, scratch), progress);
      case JSON -> JsonFile.open(file, label, progress);
      case DSJC -> JsonFile.openCompressed(file, label, limits.bytes(), progress);
      case PARQUET -> parquet.open(file, label);
      case ZIP -> throw new UnsupportedFileProblem(label, "a ZIP archive in another");
    };
  }
}
