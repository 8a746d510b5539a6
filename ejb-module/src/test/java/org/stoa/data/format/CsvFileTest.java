package org.stoa.data.format;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.Loss.Kind;
import org.stoa.data.ReadOptions;
import org.stoa.data.ReadOptions.Misfits;

/** What is detected about a CSV file, and what a person corrects. */
class CsvFileTest {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  @TempDir private Path directory;

  @Test
  void theEncodingIsGuessedAndToldWhenTheTextIsNotUtf8() throws IOException {
    String text = "SITE,COMMENT\n1,Grüße aus Köln\n2,Übelkeit und Schwäche\n";

    CsvFile file = open(text.getBytes(WINDOWS), ReadOptions.DETECT);

    assertThat(cells(file))
        .containsExactly(row(1L, "Grüße aus Köln"), row(2L, "Übelkeit und Schwäche"));
    assertThat(file.losses()).extracting(Loss::kind).containsExactly(Kind.ENCODING);
  }

  @Test
  void wideTextIsReadByItsMarkOrItsZeros() throws IOException {
    byte[] unmarked = "A,B\n1,é\n".getBytes(UTF_16LE);
    byte[] marked = "\uFEFFA,B\n1,é\n".getBytes(UTF_16LE);

    assertThat(cells(open(unmarked, ReadOptions.DETECT))).containsExactly(row(1L, "é"));
    assertThat(cells(open(marked, ReadOptions.DETECT))).containsExactly(row(1L, "é"));
  }

  @Test
  void aPersonSaysTheEncoding() throws IOException {
    byte[] bytes = "A,B\n1,Привет\n".getBytes(CYRILLIC);

    CsvFile file = open(bytes, options(null, null, "windows-1251", null));

    assertThat(cells(file)).containsExactly(row(1L, "Привет"));
    assertThat(file.losses()).isEmpty();
  }

  @Test
  void bytesThatAreNotOfTheEncodingAreRefused() {
    byte[] bytes = {'A', '\n', (byte) 0x81, '\n'};

    assertThatThrownBy(() -> open(bytes, options(null, null, "windows-1252", null)))
        .isInstanceOf(EncodingProblem.class)
        .hasMessageContaining("windows-1252");
  }

  @Test
  void damagedUtf8IsNotTakenForAnotherEncoding() {
    byte[] bytes = "A\nGrüße\nKöln\nÜbel\n??\n".getBytes(UTF_8);
    bytes[bytes.length - 3] = (byte) 0xFF;

    assertThatThrownBy(() -> open(bytes, ReadOptions.DETECT))
        .isInstanceOf(NotUtf8Problem.class)
        .hasMessageContaining("line 5");
  }

  @Test
  void apostrophesQuoteWhereNothingElseDoes() throws IOException {
    assertThat(cells(open("A,B\n'x, y','it''s'\n'z',''\n")))
        .containsExactly(row("x, y", "it's"), row("z", ""));
    assertThat(cells(open("A,B\n'x',2\n\"y\",3\n"))).containsExactly(row("'x'", 2L), row("y", 3L));
  }

  @Test
  void aPersonSaysDelimiterAndQuote() throws IOException {
    CsvFile file = open("A~B\n\"5\" pipe~*x~y*\n".getBytes(UTF_8), options("~", "*", null, null));

    assertThat(cells(file)).containsExactly(row("\"5\" pipe", "x~y"));
  }

  @Test
  void nothingQuotesOnWish() throws IOException {
    CsvFile file = open("A,B\n\"5\" pipe,2\n".getBytes(UTF_8), options(null, "", null, null));

    assertThat(cells(file)).containsExactly(row("\"5\" pipe", 2L));
  }

  @Test
  void valuesInTheFirstRecordAreNoNames() throws IOException {
    CsvFile file = open("S1,2024-01-05,1\nS2,2024-01-06,2\n");

    assertThat(file.columns()).extracting(ColumnSpec::name).containsExactly("C1", "C2", "C3");
    assertThat(file.rows()).isEqualTo(2);
    assertThat(open("1,2\n3,4\n").rows()).isEqualTo(2);
  }

  @Test
  void namesThatLookLikeYearsAreNames() throws IOException {
    assertThat(open("SITE,2023,2024\nA,1,2\nB,3,4\n").columns())
        .extracting(ColumnSpec::name)
        .containsExactly("SITE", "2023", "2024");
  }

  @Test
  void aPersonSaysWhetherThereIsAHeader() throws IOException {
    assertThat(open("1,2\n3,4\n".getBytes(UTF_8), options(null, null, null, true)).columns())
        .extracting(ColumnSpec::name)
        .containsExactly("1", "2");
    CsvFile without = open("A,B\nC,D\n".getBytes(UTF_8), options(null, null, null, false));
    assertThat(cells(without)).containsExactly(row("A", "B"), row("C", "D"));
  }

  @Test
  void oneWordAmongNumbersIsToldWithItsLine() throws IOException {
    CsvFile file = open(numbersAndAWord());

    assertThat(file.columns().get(0).type()).isEqualTo(ColumnType.TEXT);
    assertThat(file.losses())
        .containsExactly(
            new Loss(
                "N",
                Kind.TYPE,
                1,
                "Line 202 has “unknown”, where all 200 values before are whole numbers; so the"
                    + " column is text."));
  }

  @Test
  void aMisfitIsRefusedUnlessAPersonAcceptsIt() throws IOException {
    assertThatThrownBy(() -> typed(numbersAndAWord(), "n", ColumnType.INTEGER, Misfits.REFUSE))
        .isInstanceOf(MisfitProblem.class)
        .hasMessageContaining("line 202 has “unknown” in N");

    CsvFile missing = typed(numbersAndAWord(), "N", ColumnType.INTEGER, Misfits.MISSING);
    assertThat(missing.losses())
        .containsExactly(
            new Loss(
                "N", Kind.VALUE, 1, "Line 202 has “unknown”, which is none. It becomes missing."));
    assertThat(cells(missing).subList(199, 202))
        .containsExactly(row(200L), row((Object) null), row(201L));

    CsvFile text = typed(numbersAndAWord(), "N", ColumnType.INTEGER, Misfits.TEXT);
    assertThat(text.columns().get(0).type()).isEqualTo(ColumnType.TEXT);
    assertThat(text.losses()).extracting(Loss::kind).containsExactly(Kind.TYPE);
  }

  @Test
  void aPersonsTypeIsLessStrictThanAGuess() throws IOException {
    assertThat(cells(typed("N\n001\n+5\n", "N", ColumnType.INTEGER, Misfits.REFUSE)))
        .containsExactly(row(1L), row(5L));
    CsvFile decimals =
        typed("N\n1E5\n0.12345678901234567890\n", "N", ColumnType.DECIMAL, Misfits.REFUSE);
    assertThat(cells(decimals)).containsExactly(row(1e5), row(0.12345678901234568));
    assertThat(decimals.losses()).extracting(Loss::kind).containsExactly(Kind.PRECISION);
    assertThat(cells(typed("T\n10:30:00.25\n", "T", ColumnType.TIME, Misfits.REFUSE)))
        .containsExactly(row(LocalTime.of(10, 30, 0, 250_000_000)));
    assertThat(cells(typed("N\n5\n", "N", ColumnType.TEXT, Misfits.REFUSE)))
        .containsExactly(row("5"));
  }

  @Test
  void aTypeForAColumnThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> typed("AGE\n5\n", "AGGE", ColumnType.TEXT, Misfits.REFUSE))
        .isInstanceOf(UnknownColumnProblem.class)
        .hasMessageContaining("AGGE")
        .hasMessageContaining("AGE");
  }

  private static String numbersAndAWord() {
    StringBuilder text = new StringBuilder("N\n");
    for (int i = 1; i <= 300; i++) {
      text.append(i).append('\n').append(i == 200 ? "unknown\n" : "");
    }
    return text.toString();
  }

  private CsvFile typed(String text, String column, ColumnType type, Misfits misfits)
      throws IOException {
    Map<String, ColumnType> types = Map.of(column, type);
    return open(
        text.getBytes(UTF_8), new ReadOptions(null, null, null, null, null, types, misfits, false));
  }

  private static ReadOptions options(
      String delimiter, String quote, String encoding, Boolean header) {
    return new ReadOptions(
        delimiter, quote, encoding, header, null, Map.of(), Misfits.REFUSE, false);
  }

  private CsvFile open(String text) throws IOException {
    return open(text.getBytes(UTF_8), ReadOptions.DETECT);
  }

  private CsvFile open(byte[] bytes, ReadOptions options) throws IOException {
    Path file = Files.write(directory.resolve("a.csv"), bytes);
    return CsvFile.open(file, "a.csv", options, directory, read -> {});
  }

  private static List<Object> row(Object... values) {
    return values == null ? Arrays.asList((Object) null) : Arrays.asList(values);
  }

  private static List<List<Object>> cells(CsvFile file) throws IOException {
    List<List<Object>> cells = new ArrayList<>();
    try (RowCursor rows = file.open()) {
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < file.columns().size(); i++) {
          row.add(rows.value(i));
        }
        cells.add(row);
      }
    }
    return cells;
  }
}
