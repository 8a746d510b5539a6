package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoa.data.ColumnType;

class CsvScannerTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '!',
      delimiterString = "=>",
      value = {
        "1|-7|0|9223372036854775807|-9223372036854775808 => INTEGER",
        "001|002 => TEXT",
        "+1 => TEXT",
        "9223372036854775808 => DECIMAL",
        "12345678901234567891 => TEXT",
        "1|2.5 => DECIMAL",
        "-0|5 => DECIMAL",
        "0.1|.5|-.5|1.50|170.0 => DECIMAL",
        "0.30000000000000004 => DECIMAL",
        "0.300000000000000041 => TEXT",
        "1e-7|1.0E10|2E+5 => DECIMAL",
        "1E5 => TEXT",
        "5. => TEXT",
        ". => TEXT",
        "- => TEXT",
        "1,5 => TEXT",
        "NaN => TEXT",
        "1.2.3 => TEXT",
        "1e999 => TEXT",
        "2024-01-05|2024-02-29 => DATE",
        "2023-02-29 => TEXT",
        "2024-01 => TEXT",
        "2024-01-05|2024-01 => TEXT",
        "2024-01-05|2024-01-05T10:30:00 => TEXT",
        "2024-01-05T10:30:00|2024-01-05 23:59:59.123456 => DATETIME",
        "2024-01-05T10:30 => TEXT",
        "2024-01-05T10:30:00Z => TEXT",
        "2024-01-05T24:00:00 => TEXT",
        "20240105 => INTEGER",
        "0000-01-01 => TEXT",
        "2024-13-01 => TEXT",
        "true|false => BOOLEAN",
        "TRUE|FALSE => BOOLEAN",
        "true|FALSE => TEXT",
        "Y|N => TEXT",
        "1|true => TEXT"
      })
  void givesATypeOnlyWhenNothingIsLost(String values, ColumnType type) throws IOException {
    String rows = String.join("\",x\n\"", values.split("\\|", -1));
    CsvProfile profile = scan("V,W\n\"" + rows + "\",x\n");
    assertThat(profile.specs().get(0).type()).isEqualTo(type);
  }

  @Test
  void countsRowsAndEmptyFields() throws IOException {
    CsvProfile profile = scan("A,B,C\r\n1,,x\r\n,\"\",\r\n3,y,\"a\"\"b\r\nc\"");
    assertThat(profile.rows()).isEqualTo(3);
    assertThat(profile.lineEnding()).isEqualTo(LineEnding.CRLF);
    assertThat(profile.columns())
        .containsExactly(
            new CsvColumn(new ColumnSpec("A", "", ColumnType.INTEGER, 1, ""), 1, 0),
            new CsvColumn(new ColumnSpec("B", "", ColumnType.TEXT, 1, ""), 1, 1),
            new CsvColumn(new ColumnSpec("C", "", ColumnType.TEXT, 6, ""), 1, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "=>",
      value = {"semicolon => ;", "comma => ,", "bar => |"})
  void findsTheDelimiter(String name, char delimiter) throws IOException {
    String text = "A,B;C,D;E|F\n1;2,5;3\n".replace(';', '\u0001').replace(',', '\u0002');
    text = text.replace('\u0001', delimiter).replace('\u0002', '_');
    CsvProfile profile = scan(text.replace("E|F", "E"));
    assertThat(profile.delimiter()).as(name).isEqualTo(delimiter);
    assertThat(profile.columns()).hasSize(3);
  }

  @Test
  void takesDecimalCommasForTextBetweenSemicolons() throws IOException {
    CsvProfile profile = scan("A;B;C\n1,5;2,5;3,5\n");
    assertThat(profile.delimiter()).isEqualTo(';');
    assertThat(profile.specs()).extracting(ColumnSpec::type).containsOnly(ColumnType.TEXT);
  }

  @Test
  void takesTabsAndByteOrderMarksAndCarriageReturns() throws IOException {
    CsvProfile profile = scan("\uFEFFA\tB\r1\t2\r3\t4");
    assertThat(profile.bom()).isTrue();
    assertThat(profile.delimiter()).isEqualTo('\t');
    assertThat(profile.lineEnding()).isEqualTo(LineEnding.CR);
    assertThat(profile.rows()).isEqualTo(2);
    assertThat(profile.specs()).extracting(ColumnSpec::name).containsExactly("A", "B");
  }

  @Test
  void countsEmptyLinesOnlyInASingleColumn() throws IOException {
    assertThat(scan("A,B\n1,2\n\n\r\n").rows()).isEqualTo(1);
    assertThat(scan("A\n1\n\n2\n").rows()).isEqualTo(3);
  }

  @Test
  void saysWhereARowIsRagged() {
    RaggedRowProblem problem = refuse("A,B\n1,2\n\"x\ny\",2\n1,2,3\n", RaggedRowProblem.class);
    assertThat(problem.members())
        .containsEntry("file", "t.csv")
        .containsEntry("line", 5L)
        .containsEntry("expected", 2)
        .containsEntry("found", 3);
    assertThat(refuse("A,B\n1\n", RaggedRowProblem.class).detail())
        .isEqualTo("t.csv: line 2 has 1 field, the header has 2.");
    assertThat(refuse("A,B\n1,2\n\n\n1,2\n", RaggedRowProblem.class).detail())
        .contains("line 3 is empty");
  }

  @Test
  void saysThatThereAreNoRows() {
    assertThat(refuse("A,B\n", NoRowsProblem.class).detail()).contains("no row follows");
    assertThat(refuse("A,B", NoRowsProblem.class).status()).isEqualTo(422);
  }

  @Test
  void saysWhatIsWrongWithTheHeader() {
    HeaderProblem duplicate = refuse("AGE,B,age\n1,2,3\n", HeaderProblem.class);
    assertThat(duplicate.members()).containsEntry("line", 1L).containsEntry("column", 7L);
    assertThat(duplicate.detail()).contains("columns 1 and 3 are both named age");
    assertThat(refuse("A,,B\n1,2,3\n", HeaderProblem.class).detail())
        .contains("column 2 has no name");
    assertThat(refuse("A,\"B\nC\"\n1,2\n", HeaderProblem.class).detail())
        .contains("control character");
    assertThat(refuse("\n1,2\n", HeaderProblem.class).detail()).contains("column 1 has no name");
    String wide =
        "C"
            + String.join(
                ",C",
                java.util.stream.IntStream.range(0, 4_097).mapToObj(Integer::toString).toList());
    assertThat(refuse(wide + "\n", TooManyColumnsProblem.class).members())
        .containsEntry("limit", 4_096);
  }

  @Test
  void saysWhereQuotesDoNotPair() {
    QuoteProblem open = refuse("A,B\n1,2\n3,\"x\n4,5\n", QuoteProblem.class);
    assertThat(open.members()).containsEntry("line", 3L).containsEntry("column", 3L);
    QuoteProblem after = refuse("A,B\nxé,\"b\"c\n", QuoteProblem.class);
    assertThat(after.members()).containsEntry("line", 2L).containsEntry("column", 7L);
  }

  @Test
  void saysWhichByteIsNotUtf8AndWhatTheFileLooksLike() {
    byte[] latin = "A,B\n1,é\n\"x\nyü\",2\n".getBytes(ISO_8859_1);
    NotUtf8Problem problem = refuse(latin, NotUtf8Problem.class);
    assertThat(problem.members())
        .containsEntry("line", 2L)
        .containsEntry("column", 3L)
        .containsEntry("byte", "0xE9")
        .containsEntry("looksLike", "ISO-8859-1 or Windows-1252");
    assertThat(problem.detail()).contains("Save it as UTF-8");
    byte[] quoted = "A,B\n1,2\n\"x\ny\"\"ü\",2\n".getBytes(ISO_8859_1);
    assertThat(refuse(quoted, NotUtf8Problem.class).members())
        .containsEntry("line", 4L)
        .containsEntry("column", 4L);
  }

  @Test
  void saysThatAFileIsUtf16() {
    byte[] little = "A,B\n1,2\n".getBytes(UTF_16LE);
    assertThat(refuse(little, NotUtf8Problem.class).detail()).contains("UTF-16 (little-endian)");
    byte[] marked = "\uFEFFA,B\n1,ж\n".getBytes(UTF_16LE);
    assertThat(refuse(marked, NotUtf8Problem.class).detail()).contains("UTF-16 (little-endian)");
  }

  @Test
  void saysWhereANulByteIs() {
    assertThat(refuse("A,B\n1,a\0b\n", NulByteProblem.class).members())
        .containsEntry("line", 2L)
        .containsEntry("column", 4L);
    assertThat(refuse("A,B\n1,\"a\0b\"\n", NulByteProblem.class).members())
        .containsEntry("line", 2L)
        .containsEntry("column", 5L);
  }

  @Test
  void refusesValuesWithoutEnd() throws IOException {
    assertThat(refuse("A,B\n1," + "x".repeat((1 << 20) + 1), TooLongProblem.class).members())
        .containsEntry("line", 2L)
        .containsEntry("column", 3L);
    assertThat(refuse("A,B\n1,\"" + "x\n".repeat(1 << 20), TooLongProblem.class).members())
        .containsEntry("line", 2L);
    assertThat(scan("A,B\n1," + "x".repeat(1 << 20)).specs().get(1).length()).isEqualTo(1 << 20);
  }

  private <T extends FileProblem> T refuse(String text, Class<T> type) {
    return refuse(text.getBytes(UTF_8), type);
  }

  private <T extends FileProblem> T refuse(byte[] bytes, Class<T> type) {
    T problem = catchThrowableOfType(type, () -> scan(bytes));
    assertThat(problem).as("a problem of %s", type).isNotNull();
    return problem;
  }

  private CsvProfile scan(String text) throws IOException {
    return scan(text.getBytes(UTF_8));
  }

  private CsvProfile scan(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("t.csv"), Arrays.copyOf(bytes, bytes.length));
    return CsvScanner.scan(file, "t.csv");
  }
}
