package org.stoa.data.format.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.ColumnType;
import org.stoa.data.Loss;
import org.stoa.data.format.Cells;
import org.stoa.data.format.ColumnSpec;

class ObjectsTest {

  @TempDir Path folder;
  private JsonScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new JsonScene(folder);
  }

  @Test
  void takesTheMembersOfAllObjectsAsColumnsInTheOrderOfTheirAppearance() throws IOException {
    JsonFile file =
        scene.open(
            """
            {"id": 1, "name": "Ada"}
            {"name": "Zoë 😀", "height": 1.72, "id": 2}

            {"born": "1815-12-10"}
            """);

    assertThat(file.columns())
        .extracting(ColumnSpec::name)
        .containsExactly("id", "name", "height", "born");
    assertThat(file.rows()).isEqualTo(3);
    assertThat(file.name()).isEmpty();
    assertThat(Cells.of(file))
        .containsExactly(
            Arrays.asList(1L, "Ada", null, null),
            Arrays.asList(2L, "Zoë 😀", 1.72, null),
            Arrays.asList(null, null, null, LocalDate.of(1815, 12, 10)));
    assertThat(file.losses()).isEmpty();
  }

  @Test
  void readsAnArrayOfObjectsAsLines() throws IOException {
    JsonFile file = scene.open("\uFEFF [ {\"a\": true},\n {\"a\": false, \"b\": null} ]\n");

    assertThat(Cells.of(file))
        .containsExactly(Arrays.asList(true, null), Arrays.asList(false, null));
  }

  @Test
  void givesAColumnTheTypeThatAllOfItsValuesHave() throws IOException {
    JsonFile file =
        scene.open(
            """
            {"i": 9223372036854775807, "d": 1, "t": "12", "b": true, "day": "2024-02-29",\
             "at": "2024-02-29T23:59:59.25", "part": "2024-02", "empty": "2024-02-29", "no": null}
            {"i": -9223372036854775808, "d": 1.5e3, "t": "001", "b": false, "day": "0001-01-01",\
             "at": "1969-12-31 00:00:00", "part": "2024-02-29", "empty": "", "no": null}
            """);

    assertThat(file.columns())
        .extracting(ColumnSpec::name, ColumnSpec::type)
        .containsExactly(
            tuple("i", ColumnType.INTEGER),
            tuple("d", ColumnType.DECIMAL),
            tuple("t", ColumnType.TEXT),
            tuple("b", ColumnType.BOOLEAN),
            tuple("day", ColumnType.DATE),
            tuple("at", ColumnType.DATETIME),
            tuple("part", ColumnType.TEXT),
            tuple("empty", ColumnType.TEXT),
            tuple("no", ColumnType.TEXT));
    assertThat(Cells.of(file).get(0).subList(0, 8))
        .containsExactly(
            Long.MAX_VALUE,
            1.0,
            "12",
            true,
            LocalDate.of(2024, 2, 29),
            LocalDateTime.of(2024, 2, 29, 23, 59, 59, 250_000_000),
            "2024-02",
            "2024-02-29");
    assertThat(Cells.of(file).get(1).get(7)).isEqualTo("");
    assertThat(file.losses()).isEmpty();
  }

  @Test
  void keepsMixedValuesAsTheyAreWritten() throws IOException {
    JsonFile file =
        scene.open(
            """
            {"m": 1.50, "n": {"b": [1.0, "x\\n", {}], "a": null}}
            {"m": "x ", "n": []}
            {"m": true}
            {"m": ""}
            """);

    assertThat(Cells.of(file))
        .containsExactly(
            List.of("1.50", "{\"b\":[1.0,\"x\\n\",{}],\"a\":null}"),
            List.of("x ", "[]"),
            Arrays.asList("true", null),
            Arrays.asList("", null));
    assertThat(file.losses())
        .extracting(Loss::column, Loss::kind, Loss::values)
        .containsExactly(tuple("m", Loss.Kind.TYPE, 2L), tuple("n", Loss.Kind.TYPE, 2L));
    assertThat(file.columns()).extracting(ColumnSpec::length).containsExactly(4, 29);
  }

  @Test
  void tellsWhichNumbersLoseDigits() throws IOException {
    JsonFile file =
        scene.open(
            """
            {"big": 12345678901234567891, "fine": 0.1, "zero": -0, "tiny": 5e-324}
            {"big": 9007199254740993, "fine": 1e300, "zero": 0, "tiny": 1e-400}
            {"big": 1, "fine": 0.30000000000000004, "zero": 0, "tiny": 2}
            """);

    assertThat(file.columns()).extracting(ColumnSpec::type).containsOnly(ColumnType.DECIMAL);
    assertThat(file.losses())
        .extracting(Loss::column, Loss::kind, Loss::values)
        .containsExactly(
            tuple("big", Loss.Kind.PRECISION, 2L), tuple("tiny", Loss.Kind.PRECISION, 1L));
    assertThat(file.losses().get(0).detail()).contains("12345678901234567891 in row 1");
    assertThat(Cells.of(file).get(0))
        .containsExactly(1.2345678901234567E19, 0.1, -0.0, Double.MIN_VALUE);
  }

  @Test
  void keepsNumbersThatAreTooLargeAsTexts() throws IOException {
    JsonFile file = scene.open("{\"x\": 1e400}\n{\"x\": 2}\n");

    assertThat(Cells.of(file)).containsExactly(List.of("1e400"), List.of("2"));
    assertThat(file.losses()).extracting(Loss::kind).containsExactly(Loss.Kind.TYPE);
  }

  @Test
  void walksMoreThanOnceAtTheSameTime() throws IOException {
    JsonFile file = scene.open("{\"a\": 1}\n{\"a\": 2}\n");

    try (var first = file.open();
        var second = file.open()) {
      assertThat(first.next()).isTrue();
      assertThat(second.next()).isTrue();
      assertThat(second.next()).isTrue();
      assertThat(first.integer(0)).isEqualTo(1);
      assertThat(second.integer(0)).isEqualTo(2);
      assertThat(second.next()).isFalse();
      assertThat(first.row()).isEqualTo(1);
    }
  }
}
