package org.stoa.data.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.format.Cells;
import org.stoa.data.format.ColumnSpec;

class DatasetJsonTest {

  private static final List<String> ALL =
      List.of(
          "S:string",
          "U:URI",
          "I:integer",
          "F:float",
          "X:double",
          "N:decimal:decimal",
          "B:boolean",
          "DTC:date",
          "DT:date:integer",
          "DTM:datetime:integer",
          "TM:time:integer");

  private static final String ROW =
      """
      ["12 ","https://x.org",-7,3,0.1,"30.90",true,"2024-03","2024-02-29",\
      "2024-02-29T08:05:01.5","23:59:59"]""";

  @TempDir Path folder;
  private JsonScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new JsonScene(folder);
  }

  @Test
  void givesColumnsTheTypesThatAreDeclared() throws IOException {
    for (String text : List.of(JsonScene.lines(ALL, ROW), JsonScene.object(ALL, ROW))) {
      JsonFile file = scene.open(text);

      assertThat(file.name()).contains("AE");
      assertThat(file.label()).isEqualTo("Adverse events");
      assertThat(file.columns())
          .extracting(ColumnSpec::type)
          .containsExactly(
              ColumnType.TEXT,
              ColumnType.TEXT,
              ColumnType.INTEGER,
              ColumnType.DECIMAL,
              ColumnType.DECIMAL,
              ColumnType.DECIMAL,
              ColumnType.BOOLEAN,
              ColumnType.TEXT,
              ColumnType.DATE,
              ColumnType.DATETIME,
              ColumnType.TIME);
      assertThat(file.columns().get(0).label()).isEqualTo("The S");
      assertThat(Cells.of(file))
          .containsExactly(
              List.of(
                  "12 ",
                  "https://x.org",
                  -7L,
                  3.0,
                  0.1,
                  30.9,
                  true,
                  "2024-03",
                  LocalDate.of(2024, 2, 29),
                  LocalDateTime.of(2024, 2, 29, 8, 5, 1, 500_000_000),
                  LocalTime.of(23, 59, 59)));
      assertThat(file.losses()).isEmpty();
    }
  }

  @Test
  void readsRowsThatComeBeforeTheirColumns() throws IOException {
    List<String> columns = List.of("A:string", "B:integer");
    String head = JsonScene.head(columns, 2);

    JsonFile file = scene.open("{\"rows\":[[\"x\",1],[null,null]]," + head + "}");

    assertThat(Cells.of(file)).containsExactly(List.of("x", 1L), Arrays.asList(null, null));
  }

  @Test
  void readsRowsThatAreObjects() throws IOException {
    List<String> columns = List.of("A:string", "B:integer");

    JsonFile file = scene.open(JsonScene.lines(columns, "{\"B\":1,\"A\":\"x\"}", "{}"));

    assertThat(Cells.of(file)).containsExactly(List.of("x", 1L), Arrays.asList(null, null));
  }

  @Test
  void readsCompressedLines() throws IOException {
    byte[] packed = JsonScene.zlib(JsonScene.lines(ALL, ROW, ROW));

    assertThat(scene.openCompressed(packed, 10_000).rows()).isEqualTo(2);
  }

  @Test
  void keepsAsTextWhatIsNotAsDeclared() throws IOException {
    List<String> columns =
        List.of("DT:date:integer", "TM:time:integer", "N:decimal:decimal", "X:double");

    JsonFile file =
        scene.open(
            JsonScene.lines(
                columns,
                "[\"2024-03\",\"10:30:00\",\"0.12345678901234567890\",1e400]",
                "[\"2024-03-01\",\"10:30\",\"1\",2]"));

    assertThat(file.columns()).extracting(ColumnSpec::type).containsOnly(ColumnType.TEXT);
    assertThat(Cells.of(file))
        .containsExactly(
            List.of("2024-03", "10:30:00", "0.12345678901234567890", "1e400"),
            List.of("2024-03-01", "10:30", "1", "2"));
    assertThat(file.losses())
        .extracting(Loss::column, Loss::kind)
        .containsExactly(
            tuple("DT", Loss.Kind.TYPE),
            tuple("TM", Loss.Kind.TYPE),
            tuple("N", Loss.Kind.TYPE),
            tuple("X", Loss.Kind.TYPE));
    assertThat(file.losses().get(0).detail()).contains("2024-03 in row 1");
  }

  @Test
  void tellsEmptyTextsThatBecomeMissingAndNumbersThatLoseDigits() throws IOException {
    JsonFile file =
        scene.open(
            JsonScene.lines(
                List.of("DT:date:integer", "I:integer"),
                "[\"\",12345678901234567891]",
                "[\"2024-03-01\",1]"));

    assertThat(Cells.of(file))
        .containsExactly(
            Arrays.asList(null, 1.2345678901234567E19), List.of(LocalDate.of(2024, 3, 1), 1.0));
    assertThat(file.losses())
        .extracting(Loss::column, Loss::kind, Loss::values)
        .containsExactly(tuple("DT", Loss.Kind.MISSING, 1L), tuple("I", Loss.Kind.PRECISION, 1L));
  }

  @Test
  void keepsDisplayFormatsAndPlannedLengths() throws IOException {
    String text =
        JsonScene.lines(List.of("A:string", "DT:date:integer", "X:double"), "[\"é\",null,1]")
            .replace("\"dataType\":\"string\"", "\"dataType\":\"string\",\"length\":12")
            .replace("\"integer\"", "\"integer\",\"displayFormat\":\"E8601DA.\"")
            .replace("\"double\"", "\"double\",\"length\":5,\"displayFormat\":\"%d\"");

    JsonFile file = scene.open(text);

    assertThat(file.columns())
        .extracting(ColumnSpec::type, ColumnSpec::length, ColumnSpec::format)
        .containsExactly(
            tuple(ColumnType.TEXT, 12, ""),
            tuple(ColumnType.DATE, 0, "E8601DA."),
            tuple(ColumnType.DECIMAL, 0, ""));
    assertThat(file.losses())
        .extracting(Loss::column, Loss::kind)
        .containsExactly(tuple("X", Loss.Kind.DESCRIPTION));
  }
}
