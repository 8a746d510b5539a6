package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

  private final Fields fields = new Fields();

  @Test
  void takeTextsWithoutSurroundingBlanks() {
    assertThat(fields.text("name", "  a b ", 10)).isEqualTo("a b");
    assertThat(fields.optionalText("note", null, 10)).isEmpty();
    assertThatCode(fields::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"'; DROP TABLE x; --", "$$ \" ' `", "\uD83D\uDE00\uD83D\uDE00", "a\nb"})
  void takeAnyCharactersOfLanguages(String text) {
    assertThat(fields.text("name", text, 30)).isEqualTo(text);
    assertThatCode(fields::check).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0000b", "a\u001bb", "\uD83D", "a\uDE00"})
  void refuseWhatNoDatabaseHolds(String text) {
    fields.text("name", text, 30);

    assertThatThrownBy(fields::check).isInstanceOf(InvalidProblem.class);
  }

  @Test
  void countCharactersAndNotChars() {
    fields.text("three", "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00", 3);
    assertThatCode(fields::check).doesNotThrowAnyException();

    fields.text("four", "abcd", 3);
    assertThatThrownBy(fields::check).hasMessageContaining("four").hasMessageContaining("3");
  }

  @Test
  void tellEverythingAtOnce() {
    fields.text("name", "", 10);
    fields.text("title", null, 10);
    fields.require(false, "count", "must be above 0");
    fields.require(true, "other", "is never told");

    assertThatThrownBy(fields::check)
        .isInstanceOfSatisfying(
            InvalidProblem.class,
            problem ->
                assertThat(problem.members().toString())
                    .contains("name", "title", "count")
                    .doesNotContain("other"));
  }
}
