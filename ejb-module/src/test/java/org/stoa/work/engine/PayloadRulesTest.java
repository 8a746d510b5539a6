package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;
import org.stoa.work.SubmitJob;

class PayloadRulesTest {

  private static final String KIND = "test.print";

  /** A sheet. */
  public record Sheet(@NotBlank(message = "is missing") String text) {}

  /** What is to be printed. */
  public record Print(
      @Positive @Max(value = 9, message = "must be at most {value}") int copies,
      @Valid List<Sheet> sheets,
      List<@NotNull(message = "is missing") String> colours) {}

  /** What has no rules. */
  public record Free(String text) {}

  @Handles(kind = KIND)
  private static final class PrintHandler implements JobHandler<Print, Void> {
    @Override
    public Void run(Print payload, JobRun run) {
      return null;
    }
  }

  private final HandlerRegistry registry = TestRegistry.of(new PrintHandler());

  @Test
  void acceptsWhatKeepsTheRules() {
    assertThatCode(() -> check(new Print(1, List.of(new Sheet("a")), List.of("red"))))
        .doesNotThrowAnyException();
  }

  @Test
  void namesEachMemberThatBreaksOneInItsPlace() {
    Print wrong = new Print(10, List.of(new Sheet("a"), new Sheet(" ")), null);

    assertThatThrownBy(() -> check(wrong))
        .isInstanceOfSatisfying(
            InvalidProblem.class,
            problem ->
                assertThat(problem.members().get("errors"))
                    .isEqualTo(
                        List.of(
                            new InvalidProblem.FieldError("payload.copies", "must be at most 9"),
                            new InvalidProblem.FieldError(
                                "payload.sheets[1].text", "is missing"))));
  }

  @Test
  void namesAnElementByItsPlace() {
    List<String> colours = Arrays.asList("red", null);

    assertThatThrownBy(() -> check(new Print(1, null, colours)))
        .hasMessageContaining("payload.colours[1]: is missing");
  }

  @Test
  void speaksEnglishWhateverTheServerSpeaks() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThatThrownBy(() -> check(new Print(0, null, null)))
          .hasMessageContaining("must be greater than 0");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void whatHasNoRulesIsNotLookedAt() {
    assertThat(PayloadRules.of(Free.class)).isSameAs(PayloadRules.of(String.class));
    assertThat(PayloadRules.of(Print.class)).isNotSameAs(PayloadRules.of(Free.class));
  }

  @Test
  void holdForWhatTheApplicationSubmitsItself() {
    Actor ada = new Actor(Ids.next(), Ids.next(), "ada", Actor.Kind.PERSON, Set.of());
    SubmitJob submitted = new SubmitJob(KIND, new Print(0, List.of(), null));

    assertThatThrownBy(() -> new JobForms(registry).fill(submitted, ada, Instant.EPOCH))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("payload.copies");
  }

  @Test
  void holdForWhatComesAsJson() {
    PayloadForms forms = new PayloadForms(registry);

    assertThatThrownBy(() -> forms.read(KIND, "{\"copies\": 12}"))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("payload.copies: must be at most 9");
  }

  private static void check(Print payload) {
    PayloadRules.of(Print.class).check(payload);
  }
}
