package org.stoa.data.format.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.stoa.data.format.FileProblem;
import org.stoa.shared.Problem;

class BadJsonTest {

  private static final List<String> COLUMNS = List.of("T:string", "I:integer", "D:double");

  @TempDir Path folder;
  private JsonScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new JsonScene(folder);
  }

  private static Arguments bad(String text, String type, Integer line, Integer column, String why) {
    return Arguments.of(text, type, line, column, why);
  }

  static Stream<Arguments> badObjects() {
    String good = "{\"a\": \"é\", \"b\": 1}\n";
    return Stream.of(
        bad(good + "{\"a\": 1,, \"b\": 2}\n", "invalid-json", 2, 9, "not JSON"),
        bad(good + "{\"a\": 1 \"b\": 2}\n", "invalid-json", 2, 9, "not JSON"),
        bad(good + "{'a': 1}\n", "invalid-json", 2, 2, "not JSON"),
        bad(good + "{\"a\": NaN}\n", "invalid-json", 2, 10, "not JSON"),
        bad(good + "{\"a\": 01}\n", "invalid-json", 2, 8, "not JSON"),
        bad(good + "{\"a\": \"x\ny\"}\n", "invalid-json", 2, 9, "not JSON"),
        bad(good + "{\"a\": \"x", "invalid-json", 2, 9, "cut off"),
        bad(good + "{\"a\": [1", "invalid-json", 2, null, "cut off"),
        bad("[" + good.strip() + ",\n{\"a\": \"y\"}", "invalid-json", null, null, "cut off"),
        bad("[" + good.strip() + "] x", "invalid-json", 1, null, "not JSON"),
        bad("[" + good.strip() + "]\n[]", "invalid-json", 2, 1, "something follows"),
        bad(good + "{\"a\": \"x\0y\"}\n", "nul-byte", 2, 9, "NUL"),
        bad(good + "{\"a\": \"x\\u0000y\"}\n", "invalid-character", 2, 7, "\\u0000"),
        bad(good + "{\"a\": \"x\\ud83dy\"}\n", "invalid-character", 2, 7, "\\uD83D"),
        bad(good + "{\"a\": [\"\\ude00\"]}\n", "invalid-character", 2, null, "one half"),
        bad(good + "{\"c\\ud800\": 1}\n", "invalid-json", 2, null, "surrogate"),
        bad(good + "{\"a\": 1, \"a\": 2}\n", "invalid-row", 2, 10, "row 2 has a twice"),
        bad(good + "{\"A\": 1}\n", "invalid-header", 2, 2, "columns 1 and 3 are both named A"),
        bad(good + "{\"\": 1}\n", "invalid-header", 2, 2, "no name"),
        bad(good + "{\"x\\ny\": 1}\n", "invalid-header", 2, 2, "control character"),
        bad(good + "[1, 2]\n", "invalid-row", 2, 1, "row 2 is an array"),
        bad(good + "7\n", "invalid-row", 2, 1, "row 2 is a whole number"),
        bad(good + "{\"a\": " + "[".repeat(1_000), "json-limit", 2, null, "100 levels"),
        bad(good + "{\"a\": 1" + "0".repeat(1_000) + "}", "json-limit", 2, null, "a number"),
        bad(good + "{\"" + "k".repeat(10_001) + "\": 1}", "json-limit", 2, null, "a name"),
        bad(good + "{\"a\": \"" + "k".repeat(1 << 21) + "\"}", "json-limit", 2, null, "a text"),
        bad(good + "{\"a\": [" + "\"kk\",".repeat(1 << 18) + "1]}", "json-limit", 2, 7, "nested"),
        bad(good + wide(17), "too-long", 2, 1, "more than 16777216 bytes"),
        bad("{}\0\0", "nul-byte", 1, 3, "NUL"),
        bad("{}\n{}\n", "invalid-row", 2, 1, "row 2 is an object without members"),
        bad("[]", "no-rows", null, null, "at least one row"),
        bad(columns(4_097), "too-many-columns", null, null, "4096"),
        bad("[[1, 2]]", "unsupported-file", null, null, "not like rows"),
        bad("[\"a\"]", "unsupported-file", null, null, "not like rows"));
  }

  private static String wide(int megabytes) {
    return IntStream.range(0, megabytes)
        .mapToObj(i -> "\"c" + i + "\":\"" + "x".repeat(1 << 20) + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String columns(int number) {
    return IntStream.range(0, number)
        .mapToObj(i -> "\"c" + i + "\":1")
        .collect(Collectors.joining(",", "{", "}"));
  }

  static Stream<Arguments> badDatasets() {
    String row = "[\"é\",1,2.5]";
    return Stream.of(
        bad(
            JsonScene.lines(COLUMNS, row, "[\"x\",1]"),
            "invalid-row",
            3,
            null,
            "row 2 has 2 values"),
        bad(
            JsonScene.lines(COLUMNS, row, "[\"x\",1,2,3]"),
            "invalid-row",
            3,
            null,
            "more than 3 values"),
        bad(
            JsonScene.lines(COLUMNS, row, "[\"x\",\"1\",2]"),
            "invalid-row",
            3,
            6,
            "row 2 has a text in I, which is declared as integer"),
        bad(
            JsonScene.object(COLUMNS, row, "[\"x\",1.5,2]"),
            "invalid-row",
            2,
            6,
            "a number with a fraction in I"),
        bad(JsonScene.lines(COLUMNS, row, "[1,1,2]"), "invalid-row", 3, 2, "a whole number in T"),
        bad(JsonScene.lines(COLUMNS, row, "[[],1,2]"), "invalid-row", 3, 2, "an array in T"),
        bad(JsonScene.lines(COLUMNS, row, "[\"x\",1,true]"), "invalid-row", 3, 8, "true or false"),
        bad(JsonScene.lines(COLUMNS, row, "{\"X\":1}"), "invalid-row", 3, 2, "X, which is no"),
        bad(JsonScene.lines(COLUMNS, row, "5"), "invalid-row", 3, 1, "an array of values"),
        bad(
            JsonScene.lines(COLUMNS, row, row).replace("\"records\":2", "\"records\":3"),
            "invalid-dataset-json",
            null,
            null,
            "there are 3 rows, but there are 2"),
        bad(JsonScene.lines(COLUMNS), "no-rows", null, null, "AE has no"),
        bad(
            JsonScene.lines(COLUMNS, row).replace("1.1.0", "1.0.0"),
            "invalid-dataset-json",
            null,
            null,
            "only 1.1 can be loaded"),
        bad(
            JsonScene.lines(List.of("T:text"), "[1]"),
            "invalid-dataset-json",
            1,
            null,
            "'text', which Dataset-JSON 1.1 does not have"),
        bad(
            JsonScene.lines(List.of("T:string", "t:string"), "[\"a\",\"b\"]"),
            "invalid-header",
            1,
            null,
            "both named t"),
        bad(
            JsonScene.lines(COLUMNS, row).replace("\"columns\"", "\"cols\""),
            "invalid-dataset-json",
            null,
            null,
            "it has no columns"),
        bad(
            JsonScene.lines(COLUMNS, row).replace("\"name\":\"AE\"", "\"label\":\"x\""),
            "invalid-dataset-json",
            1,
            null,
            "label is there twice"),
        bad(
            JsonScene.lines(COLUMNS, row)
                .replace("\"label\":\"Adverse", "\"title\":\"Adverse")
                .replace("\"name\":\"AE\"", "\"label\":\"x\""),
            "invalid-dataset-json",
            null,
            null,
            "it has no name"),
        bad(
            JsonScene.lines(COLUMNS, row).replace("\"records\":1", "\"records\":\"1\""),
            "invalid-dataset-json",
            1,
            null,
            "records must be the number"),
        bad(JsonScene.object(COLUMNS, row) + "{}", "invalid-json", 1, null, "something follows"),
        bad(JsonScene.object(COLUMNS, row).replace("]}", ""), "invalid-json", 1, null, "cut off"));
  }

  @ParameterizedTest
  @MethodSource({"badObjects", "badDatasets"})
  void saysWhereAndWhy(String text, String type, Integer line, Integer column, String why) {
    FileProblem problem = scene.refused(text);

    assertThat(problem.type()).isEqualTo("urn:stoa:problem:" + type);
    assertThat(problem.detail()).contains("t.json", why);
    if (line != null) {
      assertThat(problem.members()).containsEntry("line", (long) line);
      assertThat(problem.detail()).contains("line " + line);
    }
    if (column != null) {
      assertThat(problem.members()).containsEntry("column", (long) column);
    }
  }

  @Test
  void saysWhichByteIsNotUtf8() {
    for (String bytes : List.of("\u00E9t\u00E9", "\u00C0\u0080", "\u00ED\u00A0\u0080", "\u00F5")) {
      FileProblem problem =
          scene.refused(
              ("{\"a\": \"\u00C3\u00A9\"}\n{\"a\": \"" + bytes + "\"}").getBytes(ISO_8859_1));

      assertThat(problem.type()).isEqualTo("urn:stoa:problem:not-utf8");
      assertThat(problem.members()).containsEntry("line", 2L).containsEntry("column", 8L);
    }
    assertThat(scene.refused("{\"a\": \"\u00E9".getBytes(ISO_8859_1)).type())
        .isEqualTo("urn:stoa:problem:not-utf8");
  }

  @Test
  void readsCharactersThatLieAcrossItsBuffers() throws IOException {
    String text = "{\"a\": \"" + "😀é€x".repeat(30_000) + "\"}\n";

    for (int shift = 0; shift < 10; shift++) {
      JsonFile file = scene.open(" ".repeat(shift) + text);
      assertThat(file.columns().get(0).length()).isEqualTo(300_000);
    }
  }

  @Test
  void refusesCompressedFilesThatAreCutDamagedTooLargeOrLonger() throws IOException {
    String text = JsonScene.lines(COLUMNS, "[\"x\",1,2.5]", "[\"y\",null,1e9]");
    byte[] whole = JsonScene.zlib(text);
    assertThat(scene.openCompressed(whole, 1_000).rows()).isEqualTo(2);

    for (int length = 2; length < whole.length; length++) {
      assertThat(opening(Arrays.copyOf(whole, length)))
          .as("cut after %d bytes", length)
          .isInstanceOf(FileProblem.class);
    }
    assertThat(opening(Arrays.copyOf(whole, whole.length + 1)))
        .hasMessageContaining("something follows");
    byte[] changed = whole.clone();
    changed[whole.length - 1] ^= 1;
    assertThat(opening(changed)).hasMessageContaining("damaged");
    assertThat(
            catchThrowableOfType(
                FileProblem.class, () -> scene.openCompressed(whole, text.length() - 1L)))
        .hasMessageContaining("unpacked it has more than");
  }

  private Throwable opening(byte[] bytes) {
    return catchThrowable(() -> scene.openCompressed(bytes, 1_000));
  }

  @Test
  void throwsNothingButProblemsWhateverIsChangedOrCut() {
    Random random = new Random(7);
    String objects = "[{\"a\": [1, {\"b\": \"\\u00e9 é\"}], \"n\": -1.5e3},\n {\"a\": true}]";
    for (String text :
        List.of(objects, JsonScene.object(COLUMNS, "[\"é\",1,2.5]", "[null,null,1e9]"))) {
      byte[] whole = text.getBytes(UTF_8);
      for (int i = 1; i < whole.length; i++) {
        byte[] changed = whole.clone();
        changed[i] = (byte) random.nextInt(256);
        assertProblemAtMost(changed);
        byte[] cut = Arrays.copyOf(whole, i);
        assertThat(catchThrowable(() -> scene.open(cut))).isInstanceOf(Problem.class);
      }
    }
  }

  private void assertProblemAtMost(byte[] bytes) {
    Throwable failure = catchThrowable(() -> scene.open(bytes));
    assertThat(failure == null || failure instanceof Problem).as("%s", failure).isTrue();
  }
}
