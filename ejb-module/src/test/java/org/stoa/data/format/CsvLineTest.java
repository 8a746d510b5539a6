package org.stoa.data.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.data.ColumnType;
import org.stoa.data.CsvStyle;

class CsvLineTest {

  @Test
  void quotesOnlyWhatNeedsIt() {
    assertThat(text(CsvStyle.EXACT, "plain", " spaced ", "a,b", "say \"no\"", "two\nlines"))
        .isEqualTo("plain, spaced ,\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
  }

  @Test
  void tellsAMissingValueFromAnEmptyText() {
    assertThat(text(CsvStyle.EXACT, null, "", null)).isEqualTo(",\"\",\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+A1", "-A1", "@SUM(A1)", "\t=1"})
  void spreadsheetsGetTextWhereTheyWouldRunAFormula(String formula) {
    assertThat(text(CsvStyle.SPREADSHEET, formula)).isEqualTo("'" + formula + "\r\n");
    assertThat(text(CsvStyle.EXACT, formula)).isEqualTo(formula + "\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "+1.50", "-1.2e-3", "a=b", "2024-02-29"})
  void whatIsNoFormulaStaysAsItIs(String text) {
    assertThat(text(CsvStyle.SPREADSHEET, text)).isEqualTo(text + "\r\n");
  }

  @Test
  void numbersAreNeverTakenForFormulas() {
    assertThat(
            line(
                CsvStyle.SPREADSHEET,
                List.of(ColumnType.INTEGER, ColumnType.DECIMAL),
                List.of(-9_007_199_254_740_993L, Double.NEGATIVE_INFINITY)))
        .isEqualTo("-9007199254740993,-Infinity\r\n");
  }

  @Test
  void momentsAreIsoToTheSecondAndAsFarBehindItAsThereAreDigits() {
    assertThat(
            line(
                CsvStyle.EXACT,
                List.of(ColumnType.DATE, ColumnType.DATETIME, ColumnType.DATETIME, ColumnType.TIME),
                List.of(
                    LocalDate.of(2024, 2, 29),
                    LocalDateTime.of(1969, 12, 31, 23, 59),
                    LocalDateTime.of(1, 1, 1, 0, 0, 0, 120_000),
                    LocalTime.of(8, 5, 9, 500_000_000))))
        .isEqualTo("2024-02-29,1969-12-31T23:59:00,0001-01-01T00:00:00.00012,08:05:09.5\r\n");
  }

  @Test
  void namesOfColumnsAreTextToo() {
    StringBuilder written = new StringBuilder();
    new CsvLine(List.of(), CsvStyle.SPREADSHEET).header(List.of("=A1", "a,b"), written);

    assertThat(written).hasToString("'=A1,\"a,b\"\r\n");
  }

  private static String text(CsvStyle style, String... values) {
    List<ColumnType> types = Arrays.stream(values).map(value -> ColumnType.TEXT).toList();
    return line(style, types, Arrays.asList(values));
  }

  private static String line(CsvStyle style, List<ColumnType> types, List<?> values) {
    List<ColumnSpec> columns =
        types.stream().map(type -> new ColumnSpec("C", "", type, 0, "")).toList();
    ListRows rows = new ListRows(columns, List.of(new ArrayList<>(values)));
    rows.next();
    StringBuilder written = new StringBuilder();
    new CsvLine(columns, style).row(rows, written);
    return written.toString();
  }
}
