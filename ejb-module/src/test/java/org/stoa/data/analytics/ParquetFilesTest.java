package org.stoa.data.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.format.Cells;
import org.stoa.data.format.ColumnSpec;
import org.stoa.data.format.FileProblem;
import org.stoa.data.format.RowCursor;
import org.stoa.data.format.SasMissing;
import org.stoa.shared.Problem;

class ParquetFilesTest {

  @TempDir Path folder;
  private Analytics analytics;
  private Path file;

  @BeforeEach
  void anEngine() {
    analytics = TestEngine.over(folder);
    file = folder.resolve("given");
  }

  private ParquetFile open() throws IOException {
    return new ParquetFiles(analytics).open(file, "ae.parquet");
  }

  /** Writes the rows of a select as a file. */
  private ParquetFile made(String select) throws IOException {
    write(select);
    return open();
  }

  private void write(String select) {
    analytics.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
          }
        });
  }

  @Test
  void keepsWhatIsOfOurTypes() throws IOException {
    ParquetFile read =
        made(
            """
            SELECT 'é😀 ' AS t, 1::TINYINT AS i, 4000000000::UINTEGER AS u, -1.5::FLOAT AS f,
              0.1::DOUBLE AS d, true AS b, DATE '2024-02-29' AS day,
              TIMESTAMP '1969-12-31 23:59:59.123456' AS at, TIME '08:05:00.25' AS clock,
              12.34::DECIMAL(9, 2) AS small, 7::DECIMAL(12, 0) AS whole, 5::UBIGINT AS wide
            UNION ALL
            SELECT '', NULL, 0, 'NaN'::FLOAT, '-0.0'::DOUBLE, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            """);

    assertThat(read.columns())
        .extracting(ColumnSpec::name, ColumnSpec::type)
        .containsExactly(
            tuple("t", ColumnType.TEXT),
            tuple("i", ColumnType.INTEGER),
            tuple("u", ColumnType.INTEGER),
            tuple("f", ColumnType.DECIMAL),
            tuple("d", ColumnType.DECIMAL),
            tuple("b", ColumnType.BOOLEAN),
            tuple("day", ColumnType.DATE),
            tuple("at", ColumnType.DATETIME),
            tuple("clock", ColumnType.TIME),
            tuple("small", ColumnType.DECIMAL),
            tuple("whole", ColumnType.INTEGER),
            tuple("wide", ColumnType.INTEGER));
    assertThat(read.columns().get(0).length()).isEqualTo(7);
    assertThat(read.rows()).isEqualTo(2);
    assertThat(read.losses()).isEmpty();
    assertThat(Cells.of(read))
        .containsExactly(
            List.of(
                "é😀 ",
                1L,
                4_000_000_000L,
                -1.5,
                0.1,
                true,
                LocalDate.of(2024, 2, 29),
                LocalDateTime.of(1969, 12, 31, 23, 59, 59, 123_456_000),
                LocalTime.of(8, 5, 0, 250_000_000),
                12.34,
                7L,
                5L),
            Arrays.asList(
                "", null, 0L, Double.NaN, -0.0, null, null, null, null, null, null, null));
    assertThat(asVersion(read)).isEqualTo(Cells.of(read));
  }

  @Test
  void tellsWhatOtherTypesLose() throws IOException {
    ParquetFile read =
        made(
            """
            SELECT 12345678901234567.25::DECIMAL(20, 2) AS dec, 18446744073709551615::UBIGINT AS big,
              TIMESTAMP_NS '2024-01-02 03:04:05.123456789' AS ns, TIME_NS '10:00:00.5' AS tns,
              TIMESTAMPTZ '2024-01-02 03:04:05+02' AS tz, TIMETZ '10:00:00+02' AS ttz,
              {'x': [1, 2]} AS nested, 'ab'::BLOB AS bytes, INTERVAL 1 MONTH AS span,
              '0190a3e2-7b1c-7000-8000-000000000001'::UUID AS id
            UNION ALL
            SELECT 0.25, 1::UBIGINT, TIMESTAMP_NS '2024-01-02 03:04:05', NULL, NULL, NULL, NULL, NULL, NULL,
              NULL
            """);

    assertThat(read.losses())
        .extracting(Loss::column, Loss::kind, Loss::values)
        .containsExactly(
            tuple("dec", Loss.Kind.PRECISION, 1L),
            tuple("big", Loss.Kind.PRECISION, 1L),
            tuple("ns", Loss.Kind.PRECISION, 1L),
            tuple("tz", Loss.Kind.TYPE, 0L),
            tuple("ttz", Loss.Kind.TYPE, 0L),
            tuple("nested", Loss.Kind.TYPE, 0L),
            tuple("bytes", Loss.Kind.TYPE, 0L),
            tuple("span", Loss.Kind.TYPE, 0L),
            tuple("id", Loss.Kind.TYPE, 0L));
    List<Object> first = Cells.of(read).get(0);
    assertThat(first)
        .containsExactly(
            1.2345678901234568E16,
            1.8446744073709552E19,
            LocalDateTime.of(2024, 1, 2, 3, 4, 5, 123_457_000),
            LocalTime.of(10, 0, 0, 500_000_000),
            LocalDateTime.of(2024, 1, 2, 1, 4, 5),
            LocalTime.of(8, 0),
            "{\"x\":[1,2]}",
            "YWI=",
            "1 month",
            "0190a3e2-7b1c-7000-8000-000000000001");
    assertThat(asVersion(read)).isEqualTo(Cells.of(read));
  }

  @Test
  void keepsDatesThatOursCannotHaveAsTexts() throws IOException {
    ParquetFile read =
        made("SELECT DATE '10000-01-01' AS d, TIME '24:00:00' AS t UNION ALL SELECT NULL, NULL");

    assertThat(Cells.of(read))
        .containsExactly(List.of("10000-01-01", "24:00:00"), Arrays.asList(null, null));
    assertThat(read.losses()).extracting(Loss::kind).containsOnly(Loss.Kind.TYPE).hasSize(2);
    assertThat(read.columns().get(0).length()).isEqualTo(11);
  }

  @Test
  void keepsWhyNumbersAreMissing() throws IOException {
    ParquetFile read =
        made(
            """
            SELECT NULL::BIGINT AS n, 'A' AS "stoa_missing.n" UNION ALL SELECT NULL, '_'
            UNION ALL SELECT NULL, NULL UNION ALL SELECT 4, NULL
            """);

    assertThat(read.columns()).containsExactly(ColumnSpec.integer("n", "").withReasons(true));
    try (RowCursor rows = read.open()) {
      StringBuilder reasons = new StringBuilder();
      while (rows.next()) {
        reasons.append(rows.isMissing(0) ? rows.missing(0) : rows.integer(0)).append(' ');
      }
      assertThat(reasons).hasToString(".A ._ . 4 ");
    }
    Path version = folder.resolve("version.parquet");
    new ParquetWriter(analytics).writeParquet(read, version);
    assertThat(new ParquetFiles(analytics).open(version, "v").columns().get(0).reasons()).isTrue();
    assertThat(new SasMissing('A')).hasToString(".A");
  }

  @Test
  void refusesReasonsThatAreNone() {
    assertThat(refused("SELECT 1::BIGINT AS n, 'A' AS \"stoa_missing.n\""))
        .hasMessageContaining("stoa_missing.n has 1 values that are no reasons");
  }

  @Test
  void refusesWhatNoTableCanHave() {
    assertThat(refused("SELECT 1 AS a WHERE false")).hasMessageContaining("at least one row");
    assertThat(refused("SELECT 'x' || chr(0) AS a")).hasMessageContaining("1 text with a NUL");
    assertThat(refused("SELECT repeat('x', 1048577) AS a"))
        .hasMessageContaining("a text of 1048577 bytes");
  }

  @Test
  void refusesColumnsWhoseNamesDifferOnlyInCase() throws IOException {
    write("SELECT 1 AS one_name, 2 AS TWO_NAME");
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    Files.writeString(file, bytes.replace("TWO_NAME", "ONE_NAME"), StandardCharsets.ISO_8859_1);

    assertThat(catchThrowable(this::open))
        .hasMessage("ae.parquet: columns 1 and 2 are both named ONE_NAME.");
  }

  private FileProblem refused(String select) {
    FileProblem problem = catchThrowableOfType(FileProblem.class, () -> made(select));
    assertThat(problem).isNotNull();
    assertThat(problem.members()).containsEntry("file", "ae.parquet");
    return problem;
  }

  @Test
  void takesItsColumnsFromTheFileAndNotFromItsPath() throws IOException {
    file = Files.createDirectory(folder.resolve("year=2024")).resolve("given.parquet");

    assertThat(made("SELECT 1 AS a").columns()).extracting(ColumnSpec::name).containsExactly("a");
  }

  @Test
  void refusesAFileThatIsCutAnywhere() throws IOException {
    write("SELECT i AS n, 'text ' || i AS t, i / 7 AS d FROM range(3000) r(i)");
    byte[] whole = Files.readAllBytes(file);
    assertThat(open().rows()).isEqualTo(3_000);

    for (int length = 4; length < whole.length; length += 1_801) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThat(catchThrowable(this::open))
          .as("cut after %d bytes", length)
          .isInstanceOf(DamagedParquetProblem.class)
          .hasMessageContaining("ae.parquet")
          .hasMessageNotContaining(folder.toString());
    }
  }

  @Test
  void throwsNothingButProblemsWhateverByteIsChanged() throws IOException {
    write("SELECT i AS n, 'text ' || i AS t, [i] AS l, i / 7 AS d FROM range(300) r(i)");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(5);
    for (int i = 0; i < 40; i++) {
      byte[] changed = whole.clone();
      int at = random.nextInt(whole.length);
      changed[at] = (byte) random.nextInt(256);
      Files.write(file, changed);
      Throwable failure = catchThrowable(() -> Cells.of(open()));
      assertThat(failure == null || failure instanceof Problem)
          .as("byte %d changed: %s", at, failure)
          .isTrue();
    }
  }

  @Test
  void refusesAnotherFileInWordsThatCanBeShown() throws IOException {
    write("SELECT i AS n FROM range(300) r(i)");
    byte[] bytes = Files.readAllBytes(file);
    for (int i = bytes.length - 108; i < bytes.length - 8; i++) {
      bytes[i] = 0x1F;
    }
    for (byte[] other : List.of(bytes, "PAR1 and no more PAR1".getBytes(StandardCharsets.UTF_8))) {
      Files.write(file, other);

      assertThat(catchThrowable(this::open))
          .isInstanceOf(DamagedParquetProblem.class)
          .message()
          .matches("[^\\p{Cntrl}]+");
    }
  }

  /** The cells of the version that is made of the file. */
  private List<List<Object>> asVersion(ParquetFile read) throws IOException {
    Path version = folder.resolve("version.parquet");
    new TableWriter(new ParquetWriter(analytics)).write(read, version, rows -> {});
    ParquetFile made = new ParquetFiles(analytics).open(version, "version");
    assertThat(made.losses()).isEmpty();
    assertThat(made.columns())
        .extracting(ColumnSpec::type)
        .isEqualTo(read.columns().stream().map(ColumnSpec::type).toList());
    return Cells.of(made);
  }
}
