package org.stoa.study.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.InvalidProblem.FieldError;

class StudyRulesTest {

  private static final String GRIN = "\uD83D\uDE00";

  @ParameterizedTest
  @ValueSource(strings = {"S", "STOA-101", "a.b_c-9", "1234567890123456789012345678901234567890"})
  void acceptsCodes(String code) {
    assertThatCode(() -> StudyRules.check(code, "Title")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "A B",
        "-A",
        ".",
        "Ä",
        "A'B",
        "A;DROP",
        "A\n",
        "12345678901234567890123456789012345678901"
      })
  void refusesCodes(String code) {
    assertThatThrownBy(() -> StudyRules.check(code, "Title"))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageStartingWith("code: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"T", "It's \"quoted\" $$ '; DROP TABLE study --", "研究 " + GRIN, "é"})
  void acceptsTitlesOfAnyScript(String title) {
    assertThatCode(() -> StudyRules.checkTitle(title)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "\uD83D"})
  void refusesTitles(String title) {
    assertThatThrownBy(() -> StudyRules.checkTitle(title))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageStartingWith("title: ");
  }

  @Test
  void countsACharacterBeyondTheBasicPlaneAsOne() {
    assertThatCode(() -> StudyRules.checkTitle(GRIN.repeat(200))).doesNotThrowAnyException();
    assertThatThrownBy(() -> StudyRules.checkTitle(GRIN.repeat(201)))
        .hasMessageContaining("has 201 characters, at most 200 fit");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    InvalidProblem problem =
        catchThrowableOfType(InvalidProblem.class, () -> StudyRules.check("", null));

    assertThat(problem.members().get("errors"))
        .isEqualTo(
            List.of(new FieldError("code", "is missing"), new FieldError("title", "is missing")));
  }
}
