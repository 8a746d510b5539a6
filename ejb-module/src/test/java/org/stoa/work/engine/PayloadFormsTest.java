package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoa.shared.InvalidProblem;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;
import org.stoa.work.UnknownKindProblem;

class PayloadFormsTest {

  private static final String KIND = "test.print";

  /** Which side of a sheet. */
  public enum Side {
    FRONT,
    BACK
  }

  /** A sheet. */
  public record Sheet(String text, Side side) {}

  /** What is to be printed. */
  public record Print(
      UUID printer,
      int copies,
      Double scale,
      boolean draft,
      Instant at,
      List<Sheet> sheets,
      Map<String, Long> trays) {

    public Print {
      if (copies < 0) {
        throw new IllegalArgumentException("copies must be 0 or more");
      }
      sheets = sheets == null ? List.of() : List.copyOf(sheets);
    }
  }

  @Handles(kind = KIND, queue = "print")
  private static final class PrintHandler implements JobHandler<Print, String> {
    @Override
    public String run(Print payload, JobRun run) {
      return "printed";
    }
  }

  private final PayloadForms forms = forms();

  private static PayloadForms forms() {
    HandlerRegistry registry = new HandlerRegistry();
    registry.add(PrintHandler.class, new PrintHandler());
    return new PayloadForms(registry);
  }

  @Test
  void makesTheRecordThatTheHandlerTakes() {
    Object payload =
        forms.read(
            KIND,
            """
            {"printer": "0190b7a0-0000-7000-8000-000000000001", "copies": 2, "scale": 0.5,
             "draft": true, "at": "2026-03-01T12:00:00Z",
             "sheets": [{"text": "a", "side": "BACK"}], "trays": {"upper": 3}}
            """);

    assertThat(payload)
        .isEqualTo(
            new Print(
                UUID.fromString("0190b7a0-0000-7000-8000-000000000001"),
                2,
                0.5,
                true,
                Instant.parse("2026-03-01T12:00:00Z"),
                List.of(new Sheet("a", Side.BACK)),
                Map.of("upper", 3L)));
  }

  @Test
  void leavesOutWhatMayBeMissing() {
    assertThat(forms.read(KIND, "{\"copies\": 1, \"draft\": false}"))
        .isEqualTo(new Print(null, 1, null, false, null, List.of(), null));
  }

  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{'draft': true}                                          | payload.copies",
        "{'copies': 1.5, 'draft': true}                           | payload.copies",
        "{'copies': 4294967297, 'draft': true}                    | payload.copies",
        "{'copies': 1e999999999, 'draft': true}                   | payload.copies",
        "{'copies': '1', 'draft': true}                           | payload.copies",
        "{'copies': 1, 'draft': 'true'}                           | payload.draft",
        "{'copies': 1, 'draft': true, 'printer': 'upstairs'}      | payload.printer",
        "{'copies': 1, 'draft': true, 'at': 'noon'}               | payload.at",
        "{'copies': 1, 'draft': true, 'scale': 'big'}             | payload.scale",
        "{'copies': 1, 'draft': true, 'sheet': []}                | payload.sheet",
        "{'copies': 1, 'draft': true, 'sheets': {}}               | payload.sheets",
        "{'copies': 1, 'draft': true, 'sheets': [{'text': 1}]}    | payload.sheets[0].text",
        "{'copies': 1, 'draft': true, 'sheets': [{'side': 'UP'}]} | payload.sheets[0].side",
        "{'copies': 1, 'draft': true, 'trays': {'upper': 'a'}}    | payload.trays.upper",
        "{'copies': -1, 'draft': true}                            | copies must be 0 or more",
        "[]                                                       | payload: must be an object",
        "null                                                     | payload: is missing",
        "{'copies': 1,                                            | payload: stops being JSON",
        "{'copies': 1, 'draft': true} {}                          | payload",
        "'' | payload",
      },
      quoteCharacter = '`')
  void namesTheMemberThatDoesNotFit(String json, String named) {
    String text = json.equals("''") ? "" : json.replace('\'', '"');

    assertThatThrownBy(() -> forms.read(KIND, text))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining(named);
  }

  @Test
  void refusesNestingThatFillsTheStack() {
    String deep = "{\"a\":".repeat(100_000);

    assertThatThrownBy(() -> forms.read(KIND, deep)).isInstanceOf(InvalidProblem.class);
  }

  @Test
  void refusesAKindThatNobodyDoes() {
    assertThatThrownBy(() -> forms.read("test.unheard", "{}"))
        .isInstanceOf(UnknownKindProblem.class);
  }
}
