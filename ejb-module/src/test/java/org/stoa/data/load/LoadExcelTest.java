package org.stoa.data.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.ColumnType;
import org.stoa.data.DatasetView;
import org.stoa.data.Loss;
import org.stoa.data.VersionView;
import org.stoa.data.analytics.TestEngine;
import org.stoa.data.format.AnyTable;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.excel.XlsxSink;
import org.stoa.shared.store.TestDatabase;

class LoadExcelTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  @TempDir Path home;

  private LoadScene scene;

  @BeforeEach
  void setTheScene() {
    database.ownerSql().execute("TRUNCATE data_dataset, data_version CASCADE");
    scene = new LoadScene(home, database.sql());
  }

  @Test
  void makesAVersionWithEqualCellsOfAWorkbook() throws IOException {
    AnyTable table =
        new AnyTable(
            List.of(
                ColumnSpec.text("TERM", "", 8),
                ColumnSpec.integer("SEQ", ""),
                ColumnSpec.decimal("DUR", ""),
                ColumnSpec.date("DAY", ""),
                ColumnSpec.dateTime("SEEN", "")),
            List.of(
                Arrays.asList("ümlaut 😀", 1L, 0.1, LocalDate.of(2024, 2, 29), null),
                Arrays.asList("", null, 2.0, null, LocalDateTime.of(2024, 2, 29, 10, 30, 1))));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new XlsxSink().write(table.head(), table.walk(), bytes);

    VersionView version = load("ae.xlsx", bytes.toByteArray());

    assertThat(version.columnDetails())
        .extracting(column -> column.type())
        .containsExactly(
            ColumnType.TEXT,
            ColumnType.INTEGER,
            ColumnType.DECIMAL,
            ColumnType.DATE,
            ColumnType.DATETIME);
    assertThat(version.losses()).isEmpty();
    assertThat(cells())
        .containsExactly("ümlaut 😀|1|0.1|2024-02-29|null", "|null|2.0|null|2024-02-29 10:30:01.0");
  }

  @Test
  void keepsWithTheVersionWhatOfTheWorkbookIsLost() throws IOException {
    String sheet =
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>N</t></is></c></row>"
            + "<row><c><v>1</v></c></row><row><c t=\"e\"><v>#DIV/0!</v></c></row>"
            + "</sheetData></worksheet>";

    VersionView version = load("lb.xlsx", workbook(sheet));

    assertThat(version.losses())
        .containsExactly(
            new Loss(
                "N",
                Loss.Kind.VALUE,
                1,
                "sheet 'S', cell A3, is #DIV/0!, an error; it is missing in the dataset"));
    assertThat(cells()).containsExactly("1", "null");
  }

  @Test
  void takesAWorkbookOutOfAnArchiveAndNoArchiveOutOfAnother() throws IOException {
    String sheet =
        "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>N</t></is></c></row>"
            + "<row><c><v>1</v></c></row></sheetData></worksheet>";
    byte[] zip = zip("sdtm/lb.xlsx", workbook(sheet));

    assertThat(load("study.zip", zip).sourceLabel()).isEqualTo("study.zip: sdtm/lb.xlsx");
    byte[] inner = zip("a.csv", "A\n1\n".getBytes(StandardCharsets.UTF_8));
    UUID nested = scene.files.add("outer.zip", zip("inner.zip", inner));
    assertThatThrownBy(() -> scene.load(nested)).hasMessageContaining("a ZIP archive in another");
  }

  private VersionView load(String label, byte[] bytes) {
    scene.load(scene.files.add(label, bytes));
    DatasetView dataset = scene.store.list(scene.ada.organisation(), scene.study).get(0);
    return scene.store.activeVersion(scene.ada.organisation(), dataset.id()).orElseThrow().view();
  }

  private static byte[] zip(String name, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private List<String> cells() {
    Path parquet = scene.versions().resolve(scene.onDisk().get(0));
    return TestEngine.over(home)
        .call(
            connection -> {
              try (var statement = connection.createStatement();
                  var rows = statement.executeQuery("FROM '" + parquet + "'")) {
                List<String> all = new ArrayList<>();
                while (rows.next()) {
                  StringBuilder row = new StringBuilder();
                  for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(rows.getString(i));
                  }
                  all.add(row.toString());
                }
                return all;
              }
            });
  }

  private static byte[] workbook(String sheet) throws IOException {
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part :
          Map.of(
                  "_rels/.rels",
                  "<R><Relationship Id=\"a\" Type=\"x/officeDocument\""
                      + " Target=\"xl/workbook.xml\"/></R>",
                  "xl/workbook.xml",
                  "<workbook xmlns:r=\""
                      + office
                      + "\"><sheets><sheet name=\"S\" r:id=\"a\"/>"
                      + "</sheets></workbook>",
                  "xl/_rels/workbook.xml.rels",
                  "<R><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"s.xml\"/></R>",
                  "xl/s.xml",
                  sheet)
              .entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
