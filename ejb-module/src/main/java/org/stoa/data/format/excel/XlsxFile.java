package org.stoa.data.format.excel;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.stoa.data.Loss;
import org.stoa.data.ReadOptions;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.NoRowsProblem;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SourceTable;
import org.stoa.data.format.TableFile;

/**
 * An Excel workbook (XLSX or XLSM; macros are not looked at). Each sheet with rows is a table; a
 * hidden one only when it was chosen. What a cell shows is taken, and nothing is calculated.
 */
public final class XlsxFile implements TableFile {

  private final WorkbookParts parts;
  private final TextStore texts;
  private final List<SourceTable> tables = new ArrayList<>();

  private XlsxFile(WorkbookParts parts, TextStore texts) {
    this.parts = parts;
    this.texts = texts;
  }

  /**
   * Reads a workbook from end to end.
   *
   * @param label the name by which problems call the file
   * @param options which sheet, and whether its first row names the columns
   * @param unpacking what unpacking may cost
   * @param progress is told now and then how many bytes were checked; what it throws ends the check
   * @throws org.stoa.data.format.FileProblem when the file cannot be loaded; it says where and why
   */
  public static XlsxFile open(
      Path file, String label, ReadOptions options, Unpacking unpacking, LongConsumer progress)
      throws IOException {
    WorkbookParts parts = WorkbookParts.open(file, label, unpacking);
    try {
      return open(parts, options, progress);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  private static XlsxFile open(WorkbookParts parts, ReadOptions options, LongConsumer progress)
      throws IOException {
    Workbook workbook = Workbook.read(parts);
    List<Workbook.Sheet> sheets = chosen(workbook, parts.file(), options.sheet());
    Styles styles = Styles.read(parts, workbook.styles());
    TextStore texts = SharedStrings.read(parts, workbook.strings());
    XlsxFile file = new XlsxFile(parts, texts);
    try {
      SharedParts shared = new SharedParts(texts, styles, workbook.since1904());
      file.scan(sheets, shared, options, progress);
      return file;
    } catch (IOException | RuntimeException e) {
      texts.close();
      throw e;
    }
  }

  private static List<Workbook.Sheet> chosen(Workbook workbook, String file, String name) {
    List<Workbook.Sheet> sheets =
        workbook.sheets().stream()
            .filter(sheet -> name == null ? !sheet.hidden() : sheet.name().equalsIgnoreCase(name))
            .toList();
    if (sheets.isEmpty() && name != null) {
      throw new UnknownSheetProblem(
          file, name, workbook.sheets().stream().map(Workbook.Sheet::name).toList());
    }
    return sheets;
  }

  private void scan(
      List<Workbook.Sheet> sheets, SharedParts shared, ReadOptions options, LongConsumer progress)
      throws IOException {
    boolean hasHeader = !Boolean.FALSE.equals(options.header());
    long before = 0;
    List<SheetTable> found = new ArrayList<>();
    for (Workbook.Sheet sheet : sheets) {
      parts.admit(sheet.part());
      long start = before;
      try (SheetReader reader = SheetReader.open(parts, sheet, shared)) {
        SheetProfile profile =
            SheetScan.scan(
                reader,
                parts.file(),
                sheet.name(),
                hasHeader,
                bytes -> progress.accept(start + bytes));
        if (profile.rows() > 0) {
          found.add(new SheetTable(sheet, shared, profile));
        }
      }
      before += parts.packedSize(sheet.part());
    }
    requireRows(found, sheets);
    boolean alone = found.size() == 1 && options.sheet() == null;
    found.forEach(table -> tables.add(alone ? table.withoutName() : table));
  }

  private void requireRows(List<SheetTable> found, List<Workbook.Sheet> sheets) {
    if (found.isEmpty()) {
      throw new NoRowsProblem(
          parts.file(),
          sheets.size() == 1 ? "The sheet '" + sheets.get(0).name() + "'" : "Each visible sheet");
    }
  }

  @Override
  public List<SourceTable> tables() {
    return List.copyOf(tables);
  }

  /** The table of a sheet. */
  private final class SheetTable implements SourceTable {

    private final Workbook.Sheet sheet;
    private final SharedParts shared;
    private final SheetProfile profile;
    private final Optional<String> name;

    SheetTable(Workbook.Sheet sheet, SharedParts shared, SheetProfile profile) {
      this(sheet, shared, profile, Optional.of(sheet.name()));
    }

    private SheetTable(
        Workbook.Sheet sheet, SharedParts shared, SheetProfile profile, Optional<String> name) {
      this.sheet = sheet;
      this.shared = shared;
      this.profile = profile;
      this.name = name;
    }

    SheetTable withoutName() {
      return new SheetTable(sheet, shared, profile, Optional.empty());
    }

    @Override
    public Optional<String> name() {
      return name;
    }

    @Override
    public String label() {
      return "";
    }

    @Override
    public long rows() {
      return profile.rows();
    }

    @Override
    public List<ColumnSpec> columns() {
      return profile.columns();
    }

    @Override
    public List<Loss> losses() {
      return profile.losses();
    }

    @Override
    public RowCursor open() throws IOException {
      return new SheetRows(SheetReader.open(parts, sheet, shared), profile);
    }
  }

  @Override
  public void close() throws IOException {
    try (parts) {
      texts.close();
    }
  }
}
