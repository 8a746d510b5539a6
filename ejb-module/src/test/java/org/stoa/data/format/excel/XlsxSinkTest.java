package org.stoa.data.format.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;
import org.stoa.data.ReadOptions;
import org.stoa.data.format.AnyTable;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.ListRows;
import org.stoa.data.format.NoRowsProblem;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SasMissing;
import org.stoa.data.format.SinkContract;
import org.stoa.data.format.SourceTable;
import org.stoa.data.format.TableFile;
import org.stoa.data.format.TooManyColumnsProblem;

class XlsxSinkTest {

  private final XlsxSink sink = new XlsxSink();

  @TempDir Path folder;

  @Provide
  Arbitrary<AnyTable> tables() {
    return AnyTable.tables();
  }

  @Property(tries = 300)
  void whatComesBackDiffersOnlyWhereALossWasTold(@ForAll("tables") AnyTable table)
      throws IOException {
    SinkContract.holds(table, sink, XlsxSinkTest::readOrEmpty);
  }

  @Test
  void whatExcelKeepsIsNoLoss() {
    AnyTable table =
        new AnyTable(
            List.of(
                ColumnSpec.text("T", "", 40),
                ColumnSpec.integer("N", ""),
                ColumnSpec.decimal("F", ""),
                column("B", ColumnType.BOOLEAN),
                column("D", ColumnType.DATE),
                column("M", ColumnType.DATETIME)),
            List.of(
                List.of(
                    "_x0041_\u0000\r\n\ufffe😀=1+1",
                    1L << 53,
                    -0.0,
                    true,
                    LocalDate.of(1900, 3, 1),
                    LocalDateTime.of(2024, 2, 29, 10, 30, 1, 123_457_000)),
                List.of(
                    "",
                    -1L,
                    Double.MIN_VALUE,
                    false,
                    LocalDate.of(9999, 12, 31),
                    LocalDateTime.of(1970, 1, 1, 0, 0))));

    assertThat(sink.losses(table.head(), table.walk()))
        .extracting(Loss::column, Loss::kind)
        .containsExactly(tuple(null, Kind.DESCRIPTION));
  }

  @Test
  void whatExcelDoesNotKeepIsCounted() {
    ColumnSpec reasons = new ColumnSpec("R", "Result", ColumnType.DECIMAL, 0, "8.2", true);
    AnyTable table =
        new AnyTable(
            List.of(
                ColumnSpec.text("T", "", 40_000),
                ColumnSpec.integer("N", ""),
                reasons,
                column("D", ColumnType.DATE),
                column("M", ColumnType.DATETIME)),
            List.of(
                List.of(
                    "x".repeat(40_000),
                    (1L << 53) + 1,
                    new SasMissing('A'),
                    LocalDate.of(1900, 2, 28),
                    LocalDateTime.of(9000, 1, 1, 0, 0, 0, 1_000)),
                List.of(
                    "\ud800",
                    Long.MIN_VALUE,
                    Double.NaN,
                    LocalDate.of(2024, 1, 1),
                    LocalDateTime.of(1, 1, 1, 0, 0))));

    assertThat(sink.losses(table.head(), table.walk()))
        .extracting(Loss::column, Loss::kind, Loss::values)
        .containsExactly(
            tuple(null, Kind.DESCRIPTION, 0L),
            tuple("T", Kind.LENGTH, 1L),
            tuple("T", Kind.ENCODING, 1L),
            tuple("N", Kind.PRECISION, 2L),
            tuple("R", Kind.MISSING, 1L),
            tuple("R", Kind.VALUE, 1L),
            tuple("R", Kind.DESCRIPTION, 0L),
            tuple("D", Kind.DATE_RANGE, 1L),
            tuple("M", Kind.PRECISION, 1L),
            tuple("M", Kind.DATE_RANGE, 1L));
  }

  @Test
  void otherProgramsReadTheSame() throws IOException {
    AnyTable table =
        new AnyTable(
            List.of(
                ColumnSpec.text("T", "", 40),
                ColumnSpec.integer("N", ""),
                ColumnSpec.decimal("F", ""),
                column("B", ColumnType.BOOLEAN),
                column("M", ColumnType.DATETIME)),
            List.of(
                List.of("_x0041_ 😀 =1+1", 7L, 0.5, true, LocalDateTime.of(2024, 2, 29, 10, 30))));

    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written(sink, table)))) {
      XSSFSheet sheet = workbook.getSheet("ANY");
      assertThat(sheet.getRow(0).getCell(4).getStringCellValue()).isEqualTo("M");
      assertThat(sheet.getRow(0).getCell(4).getCellStyle().getFont().getBold()).isTrue();
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("_x0041_ 😀 =1+1");
      assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
      assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(7);
      assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(0.5);
      assertThat(sheet.getRow(1).getCell(3).getBooleanCellValue()).isTrue();
      assertThat(sheet.getRow(1).getCell(4).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.of(2024, 2, 29, 10, 30));
      assertThat(new DataFormatter(Locale.ROOT).formatCellValue(sheet.getRow(1).getCell(4)))
          .isEqualTo("2024-02-29 10:30:00");
    }
  }

  @Test
  void rowsWithoutValuesAtTheEndAreTold() throws IOException {
    AnyTable table =
        new AnyTable(
            List.of(ColumnSpec.integer("A", "")),
            Arrays.asList(
                List.of(7L), Collections.singletonList(null), Collections.singletonList(null)));

    assertThat(sink.losses(table.head(), table.walk()))
        .contains(
            new Loss(null, Kind.VALUE, 2, "Rows at the end without a value are none for a sheet."));
    assertThat(read(written(sink, table)).rows()).isEqualTo(1);
  }

  @Test
  void aTableTooLongForASheetGoesOnInFurtherOnes() throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (long i = 0; i < 25; i++) {
      rows.add(List.of(i));
    }
    AnyTable table = new AnyTable(List.of(ColumnSpec.integer("N", "")), rows);
    XlsxSink small = new XlsxSink(10);

    Path file = Files.write(folder.resolve("long.xlsx"), written(small, table));

    try (TableFile opened = WorkbookOfTest.open(file, ReadOptions.DETECT)) {
      assertThat(opened.tables())
          .extracting(sheet -> sheet.name().orElse(""))
          .containsExactly("ANY", "ANY (2)", "ANY (3)");
      assertThat(opened.tables()).extracting(SourceTable::rows).containsExactly(10L, 10L, 5L);
    }
    assertThat(small.losses(table.head(), table.walk())).extracting(Loss::kind).contains(Kind.NAME);
  }

  @Test
  void namesOfSheetsAreThoseThatExcelAllows() {
    assertThat(SheetNames.of("AE/2024: [x]", 1).base()).isEqualTo("AE_2024_ _x_");
    assertThat(SheetNames.of("x".repeat(40), 20).name(9)).isEqualTo("x".repeat(26) + " (10)");
    assertThat(SheetNames.of("history", 1).base()).isEqualTo("_history");
    assertThat(SheetNames.of("'a'b'", 1).base()).isEqualTo("_a'b_");
  }

  @Test
  void refusesMoreColumnsThanASheetHas() {
    List<ColumnSpec> columns = new ArrayList<>();
    for (int i = 0; i <= 16_384; i++) {
      columns.add(ColumnSpec.integer("c" + i, ""));
    }
    AnyTable table = new AnyTable(columns, List.of());

    assertThatThrownBy(() -> written(sink, table)).isInstanceOf(TooManyColumnsProblem.class);
  }

  private static ColumnSpec column(String name, ColumnType type) {
    return new ColumnSpec(name, "", type, 0, "");
  }

  private static byte[] written(XlsxSink sink, AnyTable table) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    sink.write(table.head(), table.walk(), out);
    return out.toByteArray();
  }

  /** A sheet without any value is no table for the reader, which says so. */
  private static SourceTable readOrEmpty(byte[] bytes) throws IOException {
    try {
      return read(bytes);
    } catch (NoRowsProblem e) {
      return new NoTable();
    }
  }

  private static SourceTable read(byte[] bytes) throws IOException {
    Path file = Files.createTempFile("sink", ".xlsx");
    Files.write(file, bytes);
    file.toFile().deleteOnExit();
    return WorkbookOfTest.open(file, ReadOptions.DETECT).tables().get(0);
  }

  /** What stands for a table without a row. */
  private static final class NoTable implements SourceTable {

    @Override
    public Optional<String> name() {
      return Optional.empty();
    }

    @Override
    public String label() {
      return "";
    }

    @Override
    public long rows() {
      return 0;
    }

    @Override
    public List<ColumnSpec> columns() {
      return List.of();
    }

    @Override
    public RowCursor open() {
      return new ListRows(List.of(), List.of());
    }
  }
}
