package org.stoa.data.format.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoa.data.format.excel.WorkbookOfTest.number;
import static org.stoa.data.format.excel.WorkbookOfTest.row;
import static org.stoa.data.format.excel.WorkbookOfTest.styled;
import static org.stoa.data.format.excel.WorkbookOfTest.text;
import static org.stoa.data.format.excel.WorkbookOfTest.texts;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.ReadOptions;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.FileKind;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SourceTable;
import org.stoa.data.format.TableFile;

class XlsxReadTest {

  private static final String ISO_DATE = "yyyy\\-mm\\-dd";

  @TempDir Path folder;

  @Test
  void tellsTypesByTheValuesAndTheirNumberFormats() throws IOException {
    WorkbookOfTest book =
        WorkbookOfTest.of(
                texts("T", "N", "F", "B", "D", "M", "H"),
                row(
                    text("a"),
                    number("-7"),
                    number("0.1"),
                    "<c t=\"b\"><v>1</v></c>",
                    styled(1, "45351"),
                    styled(2, "45351.4375"),
                    styled(3, "0.75")),
                row(
                    text(""),
                    number("9007199254740992"),
                    number("3"),
                    "<c t=\"b\"><v>0</v></c>",
                    styled(4, "1"),
                    styled(1, "61"),
                    styled(3, "0")))
            .formats(ISO_DATE, "d/m/yy\\ h:mm;@", "h:mm:ss", "14");

    Read read = read(book);

    assertThat(read.types())
        .containsExactly(
            ColumnType.TEXT,
            ColumnType.INTEGER,
            ColumnType.DECIMAL,
            ColumnType.BOOLEAN,
            ColumnType.DATE,
            ColumnType.DATETIME,
            ColumnType.TIME);
    assertThat(read.rows)
        .containsExactly(
            cells(
                "a",
                -7L,
                0.1,
                true,
                LocalDate.of(2024, 2, 29),
                LocalDateTime.of(2024, 2, 29, 10, 30),
                LocalTime.of(18, 0)),
            cells(
                "",
                9007199254740992L,
                3.0,
                false,
                LocalDate.of(1900, 1, 1),
                LocalDateTime.of(1900, 3, 1, 0, 0),
                LocalTime.MIDNIGHT));
    assertThat(read.losses).isEmpty();
    assertThat(read.name).isEmpty();
  }

  @Test
  void takesSharedAndRichTextsWithoutHowTheyArePronounced() throws IOException {
    WorkbookOfTest book =
        WorkbookOfTest.of(
                texts("T"),
                row("<c t=\"s\"><v>1</v></c>"),
                row("<c t=\"s\"><v>0</v></c>"),
                row("<c t=\"s\"><v>2</v></c>"),
                row("<c t=\"str\"><f>A1</f><v>_x0041__x005F_x0041_</v></c>"))
            .shared(
                "<t xml:space=\"preserve\"> a &amp; b </t>",
                "<r><t>rich </t></r><r><rPr/><t>text</t></r><rPh><t>no</t></rPh>",
                "<t>\ud83d\ude00 _x000D_ _x12</t>");

    assertThat(read(book).rows)
        .containsExactly(
            cells("rich text"), cells(" a & b "), cells("\ud83d\ude00 \r _x12"), cells("A_x0041_"));
  }

  @Test
  void makesTextsOfAMixedColumnAndSaysWhereItBegins() throws IOException {
    WorkbookOfTest book =
        WorkbookOfTest.of(
                texts("CODE"),
                row(number("12")),
                row(number("0.30000000000000004")),
                row(text("LOW")),
                row("<c t=\"b\"><v>1</v></c>"),
                row(styled(1, "45351")),
                row(number("1E+25")))
            .formats("14");

    Read read = read(book);

    assertThat(read.rows)
        .containsExactly(
            cells("12"),
            cells("0.3"),
            cells("LOW"),
            cells("TRUE"),
            cells("2024-02-29"),
            cells("1E+25"));
    assertThat(read.losses)
        .containsExactly(
            new Loss(
                "CODE",
                Loss.Kind.TYPE,
                0,
                "sheet 'Data', cell A4, is a text, and row 2 has a number: all values of the"
                    + " column become texts"));
  }

  @Test
  void countsErrorsAndFormulasWithoutAResultAndNamesTheFirst() throws IOException {
    WorkbookOfTest book =
        WorkbookOfTest.of(
            texts("N"),
            row("<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
            row("<c><f>A1+1</f></c>"),
            row("<c t=\"e\"><v>#N/A</v></c>"),
            row("<c><f>A1+1</f><v>5</v></c>"));

    Read read = read(book);

    assertThat(read.rows)
        .containsExactly(
            cells((Object) null), cells((Object) null), cells((Object) null), cells(5L));
    assertThat(read.losses)
        .containsExactly(
            new Loss(
                "N",
                Loss.Kind.VALUE,
                2,
                "sheet 'Data', cell A2, is #DIV/0!, an error; it is missing in the dataset"),
            new Loss(
                "N",
                Loss.Kind.VALUE,
                1,
                "sheet 'Data', cell A3, is a formula without a result; it is missing in the"
                    + " dataset"));
  }

  @Test
  void knowsBothCountsOfDaysAndTheDayThatNeverWas() throws IOException {
    String[] rows = {
      texts("D"),
      row(styled(1, "1")),
      row(styled(1, "59")),
      row(styled(1, "60")),
      row(styled(1, "61")),
      row(styled(1, "2958465"))
    };

    Read since1900 = read(WorkbookOfTest.of(rows).formats("14"));
    Read since1904 = read(WorkbookOfTest.of(rows).formats("14").since1904());

    assertThat(since1900.rows)
        .containsExactly(
            cells(LocalDate.of(1900, 1, 1)),
            cells(LocalDate.of(1900, 2, 28)),
            cells((Object) null),
            cells(LocalDate.of(1900, 3, 1)),
            cells(LocalDate.of(9999, 12, 31)));
    assertThat(since1900.losses)
        .containsExactly(
            new Loss(
                "D",
                Loss.Kind.DATE_RANGE,
                1,
                "sheet 'Data', cell A4, is day 60 in Excel's count, which is no day of the"
                    + " calendar; it is missing in the dataset"));
    assertThat(since1904.rows)
        .startsWith(
            cells(LocalDate.of(1904, 1, 2)),
            cells(LocalDate.of(1904, 2, 29)),
            cells(LocalDate.of(1904, 3, 1)));
    assertThat(since1904.losses).extracting(Loss::values).containsExactly(1L);
  }

  @Test
  void readsFractionsOfASecondAsFarAsTheyWereWritten() throws IOException {
    WorkbookOfTest book =
        WorkbookOfTest.of(
                texts("M"),
                row(styled(1, "45351.437511574")),
                row(styled(1, "45351.43751157407")),
                row(styled(1, "45351.437511574004629")))
            .formats("22");

    assertThat(read(book).rows)
        .containsExactly(
            cells(LocalDateTime.of(2024, 2, 29, 10, 30, 1)),
            cells(LocalDateTime.of(2024, 2, 29, 10, 30, 1)),
            cells(LocalDateTime.of(2024, 2, 29, 10, 30, 0, 999_994_000)));
  }

  @Test
  void keepsLengthsOfTimeAsDays() throws IOException {
    WorkbookOfTest book =
        WorkbookOfTest.of(texts("L"), row(styled(1, "0.5")), row(styled(1, "1.5"))).formats("46");

    Read read = read(book);

    assertThat(read.rows).containsExactly(cells(0.5), cells(1.5));
    assertThat(read.losses).extracting(Loss::kind).containsExactly(Loss.Kind.TYPE);
  }

  @Test
  void leavesOutWhatIsEmptyAroundTheTable() throws IOException {
    WorkbookOfTest book =
        WorkbookOfTest.of(
            "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>A</t></is></c>"
                + "<c r=\"D3\" t=\"inlineStr\"><is><t>B</t></is></c><c r=\"Z3\" s=\"0\"/></row>",
            "<row r=\"5\"><c r=\"B5\"><v>1</v></c><c r=\"D5\"><v>2</v></c></row>",
            "<row r=\"9\"><c r=\"B9\" s=\"0\"/></row>");

    Read read = read(book);

    assertThat(read.columns).extracting(ColumnSpec::name).containsExactly("A", "B");
    assertThat(read.rows).containsExactly(cells(null, null), cells(1L, 2L));
  }

  @Test
  void takesEachVisibleSheetWithRowsAndAHiddenOneWhenItIsChosen() throws IOException {
    Path file =
        WorkbookOfTest.workbook()
            .sheet("AE", texts("A"), row(number("1")))
            .sheet("Empty")
            .hidden("Codes", texts("A"), row(number("2")))
            .sheet("DM", texts("A"), row(number("3")))
            .in(folder);

    assertThat(names(file, ReadOptions.DETECT)).containsExactly("AE", "DM");
    assertThat(names(file, sheet("codes"))).containsExactly("Codes");
  }

  @Test
  void namesColumnsByTheirLettersWithoutAHeader() throws IOException {
    Path file = WorkbookOfTest.of(row(number("1"), "<c/>", text("x"))).in(folder);
    ReadOptions options = new ReadOptions(null, null, null, false, null, Map.of(), null, null);

    try (TableFile opened = WorkbookOfTest.open(file, options)) {
      Read read = new Read(opened.tables().get(0));
      assertThat(read.columns).extracting(ColumnSpec::name).containsExactly("A", "C");
      assertThat(read.rows).containsExactly(cells(1L, "x"));
    }
  }

  @Test
  void keepsTextsOnDiskThatAreTooManyForTheHeap() throws IOException {
    List<String> rows = new ArrayList<>(List.of(texts("T")));
    List<String> shared = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      rows.add(row("<c t=\"s\"><v>" + (i * 7 % 5_000) + "</v></c>"));
      shared.add("<t>text " + i + " " + "é".repeat(i % 100) + "</t>");
    }
    Path file =
        WorkbookOfTest.of(rows.toArray(String[]::new))
            .shared(shared.toArray(String[]::new))
            .in(folder);
    try (WorkbookParts parts =
            WorkbookParts.open(
                file, "b.xlsx", new Unpacking(WorkbookOfTest.LIMITS, file.getParent()));
        TextStore texts = SharedStrings.read(parts, Optional.of("xl/sharedStrings.xml"), 1_000)) {
      TextStore.Reader reader = texts.reader();
      for (int i = 0; i < 5_000; i++) {
        int number = i * 7 % 5_000;
        assertThat(reader.get(number)).isEqualTo("text " + number + " " + "é".repeat(number % 100));
      }
      assertThat(folder.toFile().list()).containsExactly("book.xlsx");
    }
  }

  @Test
  void countsAsAWorkbookByItsPartsAndNotByItsName() throws IOException {
    Path file = WorkbookOfTest.of(texts("A"), row(number("1"))).in(folder);

    assertThat(FileKind.detect(file, "data.bin")).isEqualTo(FileKind.XLSX);
  }

  private static ReadOptions sheet(String name) {
    return new ReadOptions(null, null, null, null, name, Map.of(), null, null);
  }

  private static List<String> names(Path file, ReadOptions options) throws IOException {
    try (TableFile opened = WorkbookOfTest.open(file, options)) {
      return opened.tables().stream().map(table -> table.name().orElse("")).toList();
    }
  }

  private Read read(WorkbookOfTest book) throws IOException {
    Path file = book.in(folder);
    try (TableFile opened = WorkbookOfTest.open(file, ReadOptions.DETECT)) {
      assertThat(opened.tables()).hasSize(1);
      return new Read(opened.tables().get(0));
    }
  }

  private static List<Object> cells(Object... values) {
    return Arrays.asList(values);
  }

  /** All of a table. */
  private static final class Read {
    private final Optional<String> name;
    private final List<ColumnSpec> columns;
    private final List<Loss> losses;
    private final List<List<Object>> rows = new ArrayList<>();

    Read(SourceTable table) throws IOException {
      name = table.name();
      columns = table.columns();
      losses = table.losses();
      try (RowCursor cursor = table.open()) {
        while (cursor.next()) {
          List<Object> row = new ArrayList<>();
          for (int i = 0; i < columns.size(); i++) {
            row.add(cursor.value(i));
          }
          rows.add(row);
        }
      }
      assertThat(rows).hasSize((int) table.rows());
    }

    List<ColumnType> types() {
      return columns.stream().map(ColumnSpec::type).toList();
    }
  }
}
