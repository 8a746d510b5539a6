package org.stoa.data.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoa.data.ColumnProfile;
import org.stoa.data.ColumnType;
import org.stoa.data.ColumnView;
import org.stoa.data.DatasetView;
import org.stoa.data.LoadResult;
import org.stoa.data.LoadedDataset;
import org.stoa.data.VersionActivated;
import org.stoa.data.VersionView;
import org.stoa.data.store.Checksum;
import org.stoa.data.store.StoredVersion;
import org.stoa.shared.Problem;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.HandlerRun;
import org.stoa.work.JobCancelled;

class LoadTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String AE =
      """
      USUBJID,AESER,AESTDY,AEDUR,AESTDT
      S-1,Y,3,1.5,2024-02-29
      S-2,N,,2.0,2024-03-01
      S-1,N,12,,
      """;

  @TempDir Path home;

  private LoadScene scene;

  @BeforeEach
  void setTheScene() {
    database.ownerSql().execute("TRUNCATE data_dataset, data_version CASCADE");
    scene = new LoadScene(home, database.sql());
  }

  @Test
  void makesAVersionOfAFile() throws IOException {
    UUID file = scene.files.add("ae.csv", AE);

    LoadResult result = scene.load(file);

    DatasetView dataset = scene.store.list(scene.ada.organisation(), scene.study).get(0);
    assertThat(result.datasets())
        .containsExactly(new LoadedDataset(dataset.id(), "AE", 1, 3, 5, 0, false));
    VersionView version = dataset.activeVersion();
    assertThat(version.rows()).isEqualTo(3);
    assertThat(version.columns()).isEqualTo(5);
    assertThat(version.sourceLabel()).isEqualTo("ae.csv");
    assertThat(version.sourceSha256()).isEqualTo(scene.files.find(file).sha256());
    assertThat(version.loadedAt()).isEqualTo(LoadScene.NOON);
    assertThat(version.columnDetails())
        .containsExactly(
            column("USUBJID", ColumnType.TEXT, 0, 2, "S-1", "S-2", "S-1", "S-2"),
            column("AESER", ColumnType.TEXT, 0, 2, "N", "Y", "N", "Y"),
            column("AESTDY", ColumnType.INTEGER, 1, 2, 3L, 12L, 3L, 12L),
            column("AEDUR", ColumnType.DECIMAL, 1, 2, 1.5, 2.0, 1.5, 2.0),
            column(
                "AESTDT",
                ColumnType.DATE,
                1,
                2,
                "2024-02-29",
                "2024-03-01",
                "2024-02-29",
                "2024-03-01"));
    StoredVersion stored = stored(dataset);
    assertThat(scene.onDisk()).containsExactly(stored.path());
    assertThat(Checksum.of(scene.versions().resolve(stored.path()))).isEqualTo(version.sha256());
    assertThat(scene.announced)
        .containsExactly(new VersionActivated(scene.study, dataset.id(), "AE", 1));
  }

  @Test
  void keepsTheOldVersionWhenACorrectedFileComes() {
    scene.load(scene.files.add("ae.csv", AE));

    LoadResult result = scene.load(scene.files.add("AE.CSV", AE + "S-3,Y,1,1.0,2024-01-01\n"));

    assertThat(result.datasets()).extracting(LoadedDataset::version).containsExactly(2);
    DatasetView dataset = scene.store.list(scene.ada.organisation(), scene.study).get(0);
    assertThat(dataset.activeVersion().number()).isEqualTo(2);
    assertThat(scene.store.versions(scene.ada.organisation(), dataset.id()))
        .extracting(version -> version.view().rows())
        .containsExactly(4L, 3L);
    assertThat(scene.onDisk()).hasSize(2);
  }

  @Test
  void makesNoVersionOfTheSameBytes() {
    LoadResult first = scene.load(scene.files.add("ae.csv", AE));

    LoadResult again = scene.load(scene.files.add("ae.csv", AE));

    LoadedDataset before = first.datasets().get(0);
    assertThat(again.datasets())
        .containsExactly(new LoadedDataset(before.datasetId(), "AE", 1, 3, 5, 0, true));
    assertThat(scene.onDisk()).hasSize(1);
    assertThat(scene.announced).hasSize(1);
  }

  @Test
  void loadsAllOfAZip() throws IOException {
    UUID zip =
        scene.files.add("study.zip", zip(Map.of("sdtm/ae.csv", AE, "sdtm/dm.csv", "A\n1\n")));

    LoadResult result = scene.load(zip);

    assertThat(result.datasets())
        .extracting(LoadedDataset::name)
        .containsExactlyInAnyOrder("AE", "DM");
    assertThat(scene.store.list(scene.ada.organisation(), scene.study))
        .extracting(dataset -> dataset.activeVersion().sourceLabel())
        .containsExactly("study.zip: sdtm/ae.csv", "study.zip: sdtm/dm.csv");
  }

  static Stream<Arguments> badUploads() throws IOException {
    return Stream.of(
        Arguments.of("bad.csv", "A,B\n1,2\n3\n".getBytes(StandardCharsets.UTF_8), "line 3"),
        Arguments.of("bad.csv", "A,A\n1,2\n".getBytes(StandardCharsets.UTF_8), "both named A"),
        Arguments.of("bad.csv", "A,B\n".getBytes(StandardCharsets.UTF_8), "no row follows"),
        Arguments.of(
            "bad.csv",
            new byte[] {
              'A',
              '\n',
              (byte) 0xC3,
              (byte) 0xA4,
              '\n',
              (byte) 0xC3,
              (byte) 0xA4,
              '\n',
              (byte) 0xFF,
              '\n'
            },
            "not UTF-8"),
        Arguments.of("bad.csv", "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), "PDF"),
        Arguments.of(
            "bad.csv", "File_Row_Number\n1\n".getBytes(StandardCharsets.UTF_8), "can be called"),
        Arguments.of(".csv", "\n".getBytes(StandardCharsets.UTF_8), ".csv"),
        Arguments.of("good.csv", "A\n1\n".getBytes(StandardCharsets.UTF_8), "dataset GOOD"),
        Arguments.of("bad.zip", zip(Map.of("x.csv", "A,B\n1\n")), "bad.zip: x.csv: line 2"),
        Arguments.of("bad.zip", zip(Map.of("../x.csv", "A\n1\n")), "bad.zip"),
        Arguments.of("bad.zip", zip(Map.of("bomb.csv", "A\n" + "1\n".repeat(900_000))), "bad.zip"));
  }

  @ParameterizedTest
  @MethodSource("badUploads")
  void leavesNothingOfAnUploadWithABadFile(String label, byte[] bytes, String reason) {
    UUID good = scene.files.add("good.csv", AE);
    UUID bad = scene.files.add(label, bytes);

    assertThatThrownBy(() -> scene.load(good, bad))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(reason);

    assertThat(scene.onDisk()).isEmpty();
    assertThat(scene.rowsAboutDatasets()).isZero();
    assertThat(scene.announced).isEmpty();
  }

  @Test
  void removesWhatAnAttemptLeftThatWasCutOff() {
    UUID file = scene.files.add("ae.csv", AE);
    HandlerRun cutOff = new HandlerRun();
    scene.stage(cutOff, file);
    assertThat(scene.onDisk()).hasSize(1).allMatch(path -> path.startsWith("staging/"));
    assertThat(scene.rowsAboutDatasets()).isZero();

    HandlerRun second = new HandlerRun(cutOff.id(), 2);
    LoadResult result = scene.finish(scene.stage(second, file), second);

    assertThat(result.datasets()).extracting(LoadedDataset::version).containsExactly(1);
    assertThat(scene.onDisk()).hasSize(1).noneMatch(path -> path.startsWith("staging/"));
  }

  @Test
  void leavesNothingWhenItIsCancelled() {
    UUID file = scene.files.add("ae.csv", AE);

    for (int words = 0; words < 3; words++) {
      HandlerRun run = new HandlerRun().cancelledAfter(words);
      assertThatThrownBy(() -> scene.stage(run, file)).isInstanceOf(JobCancelled.class);
    }

    assertThat(scene.onDisk()).isEmpty();
  }

  @Test
  void countsUpWhenTwoLoadsOfADatasetEndAtOnce() {
    HandlerRun first = new HandlerRun();
    HandlerRun second = new HandlerRun();
    StagedUpload one = scene.stage(first, scene.files.add("ae.csv", AE));
    StagedUpload two = scene.stage(second, scene.files.add("ae.csv", AE + "S-9,Y,1,1.0,\n"));

    List<Integer> numbers =
        Stream.of(Map.entry(one, first), Map.entry(two, second))
            .parallel()
            .map(upload -> scene.finish(upload.getKey(), upload.getValue()))
            .map(result -> result.datasets().get(0).version())
            .toList();

    assertThat(numbers).containsExactlyInAnyOrder(1, 2);
    assertThat(scene.onDisk()).hasSize(2);
  }

  @Test
  void saysHowFarItIs() {
    HandlerRun run = new HandlerRun();

    scene.stage(run, scene.files.add("ae.csv", AE));

    assertThat(run.told()).contains("180/180 AE: 3 rows").isNotEmpty();
  }

  @Test
  void cannotChangeAVersionAfterwards() {
    scene.load(scene.files.add("ae.csv", AE));

    assertThatThrownBy(() -> database.sql().execute("UPDATE data_version SET row_count = 7"))
        .hasMessageContaining("permission denied");
  }

  private StoredVersion stored(DatasetView dataset) {
    return scene.store.activeVersion(scene.ada.organisation(), dataset.id()).orElseThrow();
  }

  private static ColumnView column(
      String name,
      ColumnType type,
      long nulls,
      long distinct,
      Object min,
      Object max,
      Object... examples) {
    ColumnProfile profile = new ColumnProfile(nulls, distinct, min, max, List.of(examples));
    int length = type == ColumnType.TEXT ? max.toString().length() : 0;
    return new ColumnView(name, null, type, length, "", false, profile);
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
