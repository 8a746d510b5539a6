package org.stoa.data.format.excel;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoa.data.format.excel.WorkbookOfTest.element;
import static org.stoa.data.format.excel.WorkbookOfTest.number;
import static org.stoa.data.format.excel.WorkbookOfTest.relationship;
import static org.stoa.data.format.excel.WorkbookOfTest.relationships;
import static org.stoa.data.format.excel.WorkbookOfTest.row;
import static org.stoa.data.format.excel.WorkbookOfTest.texts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoa.data.ReadOptions;
import org.stoa.data.format.FileKind;
import org.stoa.data.format.FileProblem;
import org.stoa.data.format.HeaderProblem;
import org.stoa.data.format.NoRowsProblem;
import org.stoa.data.format.TooManyColumnsProblem;
import org.stoa.files.ZipLimits;

class XlsxDamageTest {

  @TempDir Path folder;

  static Stream<Arguments> cells() {
    return Stream.of(
        Arguments.of("<c r=\"A2\"><v>1O</v></c>", "sheet 'Data', cell A2: '1O' is no number"),
        Arguments.of("<c><v>NaN</v></c>", "'NaN' is no number"),
        Arguments.of("<c><v>1e999</v></c>", "'1e999' is no number"),
        Arguments.of("<c t=\"s\"><v>3</v></c>", "shared text number 3, and there are 1"),
        Arguments.of("<c t=\"s\"><v>-1</v></c>", "shared text number -1"),
        Arguments.of("<c s=\"9\"><v>1</v></c>", "its style 9 is not among those"),
        Arguments.of("<c s=\"x\"><v>1</v></c>", "its style x is not among those"),
        Arguments.of("<c t=\"z\"><v>1</v></c>", "no type 'z'"),
        Arguments.of("<c t=\"b\"><v>2</v></c>", "neither true nor false"),
        Arguments.of("<c t=\"d\"><v>2024-02-30</v></c>", "'2024-02-30' is no date"),
        Arguments.of("<c r=\"A3\"><v>1</v></c>", "says that its place is 'A3'"),
        Arguments.of("<c r=\"XFE2\"><v>1</v></c>", "says that its place is 'XFE2'"),
        Arguments.of("<c r=\"ZZZZZZZ2\"><v>1</v></c>", "says that its place is"),
        Arguments.of("<c r=\"2\"><v>1</v></c>", "says that its place is '2'"),
        Arguments.of("<c r=\"A2\"/><c r=\"A2\"/>", "cell A2: two cells have this place"),
        Arguments.of("<c r=\"C2\"/><c r=\"B2\"/>", "cell B2: two cells have this place"));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void saysWhichCellCannotBeRead(String cell, String reason) {
    WorkbookOfTest book =
        WorkbookOfTest.of(texts("A"), "<row r=\"2\">" + cell + "</row>").shared("<t>x</t>");

    assertThatThrownBy(() -> open(book))
        .isInstanceOf(DamagedWorkbookProblem.class)
        .hasMessageContaining(reason);
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        Arguments.of("<row r=\"1048577\"/>", "beyond the last one"),
        Arguments.of("<row r=\"2147483648\"/>", "it is no number"),
        Arguments.of("<row r=\"5\"/><row r=\"5\"/>", "cell A5: a row behind this one"),
        Arguments.of("<row r=\"0\"/>", "says that it is row 0"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void saysWhichRowCannotBeThere(String row, String reason) {
    assertThatThrownBy(() -> open(WorkbookOfTest.of(texts("A"), row)))
        .isInstanceOf(DamagedWorkbookProblem.class)
        .hasMessageContaining(reason);
  }

  static Stream<Arguments> parts() {
    String xml = "xl/worksheets/sheet1.xml";
    String dtd = "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY a \"";
    return Stream.of(
        Arguments.of(xml, dtd + "aaaa\">]><worksheet>&a;&a;</worksheet>", "DOCTYPE"),
        Arguments.of(xml, "<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><worksheet/>", "DOCTYPE"),
        Arguments.of("xl/workbook.xml", dtd + "a\">]><workbook/>", "DOCTYPE"),
        Arguments.of(xml, "<worksheet>&unknown;</worksheet>", "not valid XML"),
        Arguments.of(xml, "<worksheet><sheetData>", "not valid XML"),
        Arguments.of(xml, "", "not valid XML"),
        Arguments.of(xml, "<a>".repeat(200), "more than 100 deep"),
        Arguments.of(xml, "<a b=\"" + "> ".repeat(3_000_000) + "\"/>", "a piece of more than"),
        Arguments.of(xml, "<a><!-- ?> " + "< ".repeat(3_000_000) + "--></a>", "a piece of more"),
        Arguments.of("xl/workbook.xml", element("workbook", ""), "no sheet of cells"),
        Arguments.of(
            "xl/workbook.xml",
            element("workbook", "<sheets><sheet name=\"X\" r:id=\"no\"/></sheets>"),
            "'X' leads to no part"),
        Arguments.of(
            "xl/_rels/workbook.xml.rels",
            relationships(relationship("rId1", "worksheet", "../../gone.xml")),
            "leads to gone.xml, which is missing"),
        Arguments.of("_rels/.rels", relationships(""), "leads to no workbook"));
  }

  @ParameterizedTest
  @MethodSource("parts")
  void refusesPartsThatNoProgramWritesInGoodFaith(String name, String text, String reason) {
    WorkbookOfTest book = WorkbookOfTest.of(texts("A"), row(number("1"))).part(name, text);

    assertThatThrownBy(() -> open(book, new ZipLimits(100, 1L << 30, 100_000)))
        .isInstanceOf(FileProblem.class)
        .hasMessageContaining(reason);
  }

  @Test
  void saysWhichPartIsMissing() {
    for (String part : new String[] {"_rels/.rels", "xl/_rels/workbook.xml.rels"}) {
      assertThatThrownBy(() -> open(WorkbookOfTest.of(texts("A"), row(number("1"))).without(part)))
          .isInstanceOf(DamagedWorkbookProblem.class)
          .hasMessageContaining(part);
    }
  }

  @Test
  void stopsAtBombsBeforeTheyAreUnpacked() {
    WorkbookOfTest book = WorkbookOfTest.of(texts("A"), "<row/>".repeat(500_000));

    assertThatThrownBy(() -> open(book)).isInstanceOf(UnsafeWorkbookProblem.class);
    assertThatThrownBy(() -> open(book, new ZipLimits(100, 1_000_000, 100_000)))
        .isInstanceOf(UnsafeWorkbookProblem.class)
        .hasMessageContaining("more than 1000000 bytes");
  }

  @Test
  void refusesWhatNamesNoColumns() {
    assertThatThrownBy(() -> open(WorkbookOfTest.of(texts("A", "a"), row(number("1")))))
        .isInstanceOf(HeaderProblem.class)
        .hasMessageContaining("sheet 'Data', cell B1: columns 1 and 2 are both named a");
    assertThatThrownBy(() -> open(WorkbookOfTest.of(texts("A"), row(number("1"), number("2")))))
        .isInstanceOf(HeaderProblem.class)
        .hasMessageContaining("cell B1: column 2 has no name");
    assertThatThrownBy(() -> open(WorkbookOfTest.of(texts("A"))))
        .isInstanceOf(NoRowsProblem.class)
        .hasMessageContaining("'Data'");
    String[] wide = new String[5_000];
    Arrays.setAll(wide, i -> "c" + i);
    assertThatThrownBy(() -> open(WorkbookOfTest.of(texts(wide), row(number("1")))))
        .isInstanceOf(TooManyColumnsProblem.class);
  }

  @Test
  void listsTheSheetsWhenTheChosenOneIsNotThere() {
    Path file = write(WorkbookOfTest.of(texts("A"), row(number("1"))).hidden("Codes"));
    ReadOptions options = new ReadOptions(null, null, null, null, "DM", Map.of(), null, null);

    assertThatThrownBy(() -> WorkbookOfTest.open(file, options))
        .isInstanceOf(UnknownSheetProblem.class)
        .hasMessage("b.xlsx: it has no sheet 'DM'. Its sheets are: Data, Codes.");
  }

  @Test
  void refusesAFileThatIsCutOrChangedAnywhere() throws IOException {
    byte[] good =
        Files.readAllBytes(
            write(WorkbookOfTest.of(texts("A"), row(number("1"))).shared("<t>x</t>")));
    Path file = folder.resolve("bad.xlsx");
    for (int length = 0; length < good.length; length += 7) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThatThrownBy(() -> WorkbookOfTest.open(file, ReadOptions.DETECT))
          .isInstanceOf(FileProblem.class);
    }
    for (int at = 0; at < good.length; at += 3) {
      byte[] bad = good.clone();
      bad[at] ^= 0x55;
      Files.write(file, bad);
      try (XlsxFile opened = WorkbookOfTest.open(file, ReadOptions.DETECT)) {
        assertThat(opened.tables()).hasSize(1);
      } catch (FileProblem e) {
        assertThat(e.detail()).startsWith("b.xlsx: ");
      }
    }
  }

  @Test
  void asksForAWorkbookWithoutAPassword() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2_048).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(0, 0xE11AB1A1E011CFD0L).putShort(30, (short) 9).putInt(48, 1);
    bytes.position(1_024 + 128).put("EncryptedPackage".getBytes(UTF_16LE));
    Path file = Files.write(folder.resolve("safe.xlsx"), bytes.array());

    assertThatThrownBy(() -> FileKind.detect(file, "safe.xlsx"))
        .isInstanceOf(EncryptedWorkbookProblem.class)
        .hasMessageContaining("password");
  }

  private void open(WorkbookOfTest book) throws IOException {
    open(book, WorkbookOfTest.LIMITS);
  }

  private void open(WorkbookOfTest book, ZipLimits limits) throws IOException {
    Unpacking unpacking = new Unpacking(limits, folder);
    XlsxFile.open(book.in(folder), "b.xlsx", ReadOptions.DETECT, unpacking, bytes -> {}).close();
  }

  private Path write(WorkbookOfTest book) {
    try {
      return book.in(folder);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
