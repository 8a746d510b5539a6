package org.stoa.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.Problem;

class JsonBodyTest {

  /** A body as resources want it. */
  public record Order(
      String name,
      Integer count,
      List<String> tags,
      Colour colour,
      Inner inner,
      List<Inner> others) {

    /** Refuses a count below one, as records with rules do. */
    public Order {
      if (count != null && count < 1) {
        throw new InvalidProblem("count", "must be at least 1");
      }
    }
  }

  /** A choice. */
  public enum Colour {
    RED
  }

  /** A record in a record. */
  public record Inner(int depth, UUID owner) {}

  @Test
  void readsAnObject() {
    Order order =
        read(
            "{\"name\": \"it's \uD83D\uDE00 $$ '; DROP\", \"count\": 2, \"tags\": [\"a\"],"
                + " \"colour\": \"RED\", \"inner\": {\"depth\": 3}, \"unheardOf\": {}}");

    assertThat(order.name()).isEqualTo("it's \uD83D\uDE00 $$ '; DROP");
    assertThat(order.count()).isEqualTo(2);
    assertThat(order.tags()).containsExactly("a");
    assertThat(order.colour()).isEqualTo(Colour.RED);
    assertThat(order.inner().depth()).isEqualTo(3);
  }

  @Test
  void saysAtWhichLineAndColumnItStopsBeingJson() {
    refuses(
        "{\"name\": \"a\",\n \"count\": }",
        problem -> {
          assertThat(problem.status()).isEqualTo(400);
          assertThat(problem.members()).containsEntry("line", 2L).containsKey("column");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"name\": \"a\"",
        "{\"name\" \"a\"}",
        "{'name': 1}",
        "hello",
        "{} {}",
        "{}x"
      })
  void refusesWhatIsNoJson(String text) {
    refuses(text, problem -> assertThat(problem.type()).endsWith("malformed-body"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "null"})
  void refusesABodyThatIsNotThere(String text) {
    refuses(text, problem -> assertThat(problem.detail()).contains("there is none"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"count\": \"many\"}", "{\"count\": {}}"})
  void namesAMemberOfTheWrongType(String text) {
    refuses(text, problem -> assertThat(problem.members()).containsEntry("field", "count"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"count\": 1.5}",
        "{\"count\": 1e-999999999}",
        "{\"count\": 4294967297}",
        "{\"count\": -2147483649}",
        "{\"count\": 1e30}"
      })
  void cutsNoNumberToFit(String text) {
    refuses(
        text,
        problem -> {
          assertThat(problem.status()).isEqualTo(400);
          assertThat(problem.members()).containsEntry("field", "count");
          assertThat(problem.detail()).contains("whole number");
        });
  }

  @Test
  void namesTheNumberThatDoesNotFitHoweverDeepItIs() {
    refuses(
        "{\"inner\": {\"depth\": 0.5}}",
        problem -> assertThat(problem.members()).containsEntry("field", "inner.depth"));
    refuses(
        "{\"others\": [{\"depth\": 1}, {\"depth\": 2.5}]}",
        problem -> assertThat(problem.members()).containsEntry("field", "others[1].depth"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "2.0", "2e0", "0.2e1"})
  void takesAWholeNumberHoweverItIsWritten(String number) {
    assertThat(read("{\"count\": " + number + "}").count()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[1, 2]", "\"text\"", "5", "true"})
  void refusesJsonOfAnotherShape(String text) {
    refuses(text, problem -> assertThat(problem.type()).endsWith("malformed-body"));
  }

  @Test
  void namesAMemberWithAnImpossibleValue() {
    refuses(
        "{\"name\": \"a\", \"colour\": \"GREEN\"}",
        problem -> assertThat(problem.members()).containsEntry("field", "colour"));
    refuses(
        "{\"inner\": {\"owner\": \"no id\"}}",
        problem -> assertThat(problem.members()).containsEntry("field", "inner.owner"));
  }

  @Test
  void tellsTheProblemOfTheRecordItself() {
    refuses("{\"count\": 0}", problem -> assertThat(problem).isInstanceOf(InvalidProblem.class));
  }

  @Test
  void refusesTheCharacterNulWhereverItHides() {
    refuses(
        "{\"inner\": {\"deep\": [\"a\\u0000b\"]}}",
        problem -> assertThat(problem.members()).containsEntry("field", "inner.deep[]"));
  }

  @Test
  void refusesABodyThatIsNotUtf8() {
    byte[] latin = "{\"name\": \"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> JsonBody.read(new ByteArrayInputStream(latin), Order.class))
        .isInstanceOf(MalformedBodyProblem.class)
        .hasMessageContaining("UTF-8");
  }

  @Test
  void refusesABodyAboveTheLimitWithoutReadingOn() {
    String tooLong = "{\"name\": \"" + "a".repeat(JsonBody.LIMIT) + "\"}";

    refuses(tooLong, problem -> assertThat(problem.status()).isEqualTo(413));
  }

  @Test
  void refusesEndlessNesting() {
    refuses("[".repeat(100_000), problem -> assertThat(problem.type()).endsWith("malformed-body"));
  }

  @Test
  void anOptionalBodyMayBeEmpty() throws IOException {
    byte[] blank = " ".getBytes(StandardCharsets.UTF_8);
    assertThat(JsonBody.read(new ByteArrayInputStream(blank), Order.class, true)).isNull();
  }

  private static Order read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return (Order) JsonBody.read(new ByteArrayInputStream(bytes), Order.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuses(String text, Consumer<Problem> check) {
    assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(Problem.class, check);
  }
}
