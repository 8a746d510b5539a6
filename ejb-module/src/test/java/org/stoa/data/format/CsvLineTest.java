package org.stoa.data.format;

import static org.assertj.core.api.Assertions.assertThat;

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
    StringBuilder written = new StringBuilder();
    new CsvLine(List.of(ColumnType.INTEGER, ColumnType.DECIMAL), CsvStyle.SPREADSHEET)
        .row(List.of("-9007199254740993", "-Infinity"), written);

    assertThat(written).hasToString("-9007199254740993,-Infinity\r\n");
  }

  @Test
  void namesOfColumnsAreTextToo() {
    StringBuilder written = new StringBuilder();
    new CsvLine(List.of(), CsvStyle.SPREADSHEET).header(List.of("=A1", "a,b"), written);

    assertThat(written).hasToString("'=A1,\"a,b\"\r\n");
  }

  private static String text(CsvStyle style, String... values) {
    StringBuilder written = new StringBuilder();
    List<ColumnType> types = Arrays.stream(values).map(value -> ColumnType.TEXT).toList();
    new CsvLine(types, style).row(Arrays.asList(values), written);
    return written.toString();
  }
}
