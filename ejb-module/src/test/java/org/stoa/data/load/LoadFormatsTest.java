package org.stoa.data.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.ColumnType;
import org.stoa.data.ColumnView;
import org.stoa.data.LoadedDataset;
import org.stoa.data.analytics.Analytics;
import org.stoa.data.analytics.TestEngine;
import org.stoa.data.analytics.VersionRows;
import org.stoa.data.analytics.VersionTable;
import org.stoa.data.format.Cells;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.ListCursor;
import org.stoa.data.format.SasMissing;
import org.stoa.data.format.TableHead;
import org.stoa.data.format.XportVersion;
import org.stoa.data.format.XportWriter;
import org.stoa.data.format.json.DatasetJsonForm;
import org.stoa.data.format.json.DatasetJsonOrigin;
import org.stoa.data.format.json.DatasetJsonSink;
import org.stoa.data.store.StoredVersion;
import org.stoa.shared.Problem;
import org.stoa.shared.store.TestDatabase;

/** A file of each format becomes a version with equal cells. */
class LoadFormatsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final List<ColumnSpec> COLUMNS =
      List.of(
          ColumnSpec.text("USUBJID", "Subject", 20),
          ColumnSpec.integer("AESEQ", "Number"),
          ColumnSpec.decimal("AVAL", "Value"),
          new ColumnSpec("SERIOUS", "", ColumnType.BOOLEAN, 0, ""),
          ColumnSpec.date("ASTDT", "Start"),
          ColumnSpec.dateTime("ASTDTM", "Start with time"),
          ColumnSpec.time("ATM", "Time"));

  private static final List<List<Object>> ROWS =
      List.of(
          List.of(
              "S-1 😀 ",
              Long.MAX_VALUE,
              0.1,
              true,
              LocalDate.of(2024, 2, 29),
              LocalDateTime.of(1959, 12, 31, 23, 59, 59, 999_999_000),
              LocalTime.of(8, 5, 0, 1_000)),
          Arrays.asList("", -1L, Double.MIN_VALUE, false, null, null, LocalTime.MIDNIGHT),
          Arrays.asList(null, null, -0.0, null, LocalDate.of(1, 1, 1), null, null));

  @TempDir Path home;

  private LoadScene scene;
  private Analytics analytics;

  @BeforeEach
  void setTheScene() {
    database.ownerSql().execute("TRUNCATE data_dataset, data_version CASCADE");
    scene = new LoadScene(home, database.sql());
    analytics = TestEngine.over(home);
  }

  private StoredVersion loaded(String label, byte[] bytes) {
    LoadedDataset dataset = scene.load(scene.files.add(label, bytes)).datasets().get(0);
    return scene.store.activeVersion(scene.ada.organisation(), dataset.datasetId()).orElseThrow();
  }

  private List<List<Object>> cells(StoredVersion version) {
    Path parquet = scene.versions().resolve(version.path());
    return Cells.of(new VersionRows(analytics, parquet, version.specs(), version.view().rows()));
  }

  @Test
  void loadsEachFormOfDatasetJson() throws IOException {
    for (DatasetJsonForm form : DatasetJsonForm.values()) {
      StoredVersion version = loaded("any." + form, datasetJson(form));

      assertThat(cells(version)).isEqualTo(ROWS);
      assertThat(version.view().columnDetails())
          .extracting(ColumnView::name, ColumnView::type, ColumnView::format)
          .startsWith(
              tuple("USUBJID", ColumnType.TEXT, ""),
              tuple("AESEQ", ColumnType.INTEGER, ""),
              tuple("AVAL", ColumnType.DECIMAL, ""),
              tuple("SERIOUS", ColumnType.BOOLEAN, ""),
              tuple("ASTDT", ColumnType.DATE, "DATE9."));
      assertThat(version.view().columnDetails().get(0).label()).isEqualTo("Subject");
    }
    assertThat(scene.store.list(scene.ada.organisation(), scene.study))
        .extracting(dataset -> dataset.name() + " " + dataset.activeVersion().number())
        .containsExactly("ADAE 3");
  }

  private static byte[] datasetJson(DatasetJsonForm form) throws IOException {
    TableHead head = new TableHead("ADAE", "Events", ROWS.size(), COLUMNS, Instant.EPOCH, "a test");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new DatasetJsonSink(form, new DatasetJsonOrigin("", "Stoa", "1"))
        .write(head, new ListCursor(COLUMNS, ROWS), out);
    return out.toByteArray();
  }

  @Test
  void loadsObjectsByLines() {
    StoredVersion version =
        loaded("lab.ndjson", utf8("{\"a\": \"😀\", \"n\": 0.1}\n{\"n\": 1e300, \"d\": [1]}\n"));

    assertThat(cells(version))
        .containsExactly(Arrays.asList("😀", 0.1, null), Arrays.asList(null, 1e300, "[1]"));
    assertThat(version.view().losses()).extracting("column").containsExactly("d");
  }

  @Test
  void loadsParquet() throws IOException {
    StoredVersion version =
        loaded(
            "lab.parquet",
            parquet(
                "SELECT 'é' AS t, 0.1::DOUBLE AS d, 1.25::DECIMAL(30, 20) AS x, NULL::DATE AS n"));

    assertThat(cells(version)).containsExactly(Arrays.asList("é", 0.1, 1.25, null));
    assertThat(version.view().losses()).isEmpty();
  }

  private byte[] parquet(String select) throws IOException {
    Path file = home.resolve("made.parquet");
    analytics.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
          }
        });
    return Files.readAllBytes(file);
  }

  @Test
  void loadsItsOwnParquetAgainWithTheReasonsOfWhatIsMissing() throws IOException {
    StoredVersion first = loaded("lb.xpt", xport());
    Path parquet = scene.versions().resolve(first.path());

    StoredVersion again = loaded("again.parquet", Files.readAllBytes(parquet));

    assertThat(cells(again)).isEqualTo(cells(first));
    assertThat(reasons(again)).isEqualTo(reasons(first));
  }

  @Test
  void keepsWhyNumbersOfXportAreMissing() throws IOException {
    StoredVersion version = loaded("lb.xpt", xport());

    assertThat(reasons(version)).containsExactly("A", "_", null, null);
    assertThat(version.view().columnDetails())
        .extracting(ColumnView::reasons)
        .containsExactly(true);
  }

  private List<String> reasons(StoredVersion version) {
    Path parquet = scene.versions().resolve(version.path());
    return analytics.call(
        connection -> {
          List<String> reasons = new ArrayList<>();
          try (Statement statement = connection.createStatement();
              ResultSet result =
                  statement.executeQuery(
                      "SELECT \""
                          + VersionTable.reasonsOf("LBSTRESN")
                          + "\" FROM read_parquet('"
                          + parquet
                          + "')")) {
            while (result.next()) {
              reasons.add(result.getString(1));
            }
          }
          return reasons;
        });
  }

  private byte[] xport() throws IOException {
    Path file = home.resolve("lb.xpt");
    LocalDateTime created = LocalDateTime.of(2026, 1, 5, 0, 0);
    try (XportWriter writer = XportWriter.create(file, XportVersion.V5, created)) {
      writer.dataset("LB", "", List.of(ColumnSpec.decimal("LBSTRESN", "")));
      writer.row(new SasMissing('A'));
      writer.row(new SasMissing('_'));
      writer.row(SasMissing.PLAIN);
      writer.row(4.5);
    }
    return Files.readAllBytes(file);
  }

  @Test
  void leavesNothingOfFilesThatAreBad() throws IOException {
    List<byte[]> bad =
        List.of(
            parquet("SELECT 1 AS file_row_number"),
            parquet("SELECT 'A' AS \"stoa_missing.gone\""),
            utf8("{\"a\": 1}\n{\"a\""),
            utf8("{\"file_row_number\": 1}"),
            utf8("PAR1\u0015\u0004"),
            utf8("{\"stoa_missing.a\": \"A\"}"));
    for (byte[] bytes : bad) {
      UUID file = scene.files.add("bad", bytes);
      assertThatThrownBy(() -> scene.load(file)).isInstanceOf(Problem.class);
    }
    assertThat(scene.onDisk()).isEmpty();
    assertThat(scene.rowsAboutDatasets()).isZero();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
