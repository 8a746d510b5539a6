package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stoa.system.Api;
import org.stoa.system.SharedStack;

/** When a schedule would run, before there is one. */
class SchedulePreviewIT {

  private static final String PREVIEW = "/api/v1/schedules/preview";

  private final Api api = SharedStack.stoa().administrator();

  @Test
  void tellsTheNightInWhichClocksArePutForward() {
    List<JsonObject> times = times(night().add("missingTime", "RUN_AFTER"));
    assertThat(times)
        .extracting(time -> time.getString("mark"))
        .containsExactly("NORMAL", "MOVED", "NORMAL");
    assertThat(times.get(1).getString("at")).isEqualTo("2026-03-29T01:00:00Z");
    assertThat(times.get(1).getString("local")).isEqualTo("2026-03-29T03:00:00+02:00");
    assertThat(times.get(1).getString("planned")).isEqualTo("2026-03-29T02:30:00");
  }

  @Test
  void tellsWhatIsSkipped() {
    JsonObject skipped = times(night().add("missingTime", "SKIP")).get(1);
    assertThat(skipped.getString("mark")).isEqualTo("SKIPPED");
    assertThat(skipped.keySet()).doesNotContain("at", "local");
  }

  @Test
  void aWrongFieldOfCronIsNamedWithItsPosition() {
    JsonObject problem = api.post(PREVIEW, night().add("cron", "61 * * * *").build()).problem(400);
    JsonObject error = problem.getJsonArray("errors").getJsonObject(0);
    assertThat(error.getString("field")).isEqualTo("cron");
    assertThat(error.getString("message")).startsWith("field 1 (minute): ");
  }

  @ParameterizedTest
  @CsvSource({"zone, Mars/Base", "kind, SOMETIMES", "every, often", "after, tomorrow"})
  void aWrongMemberIsNamed(String member, String value) {
    JsonObject rule = night().add(member, value).build();
    assertThat(api.post(PREVIEW, rule).problem(400).toString()).contains(member);
  }

  @Test
  void nothingIsToldWithoutAToken() {
    SharedStack.stoa().anonymous().post(PREVIEW, night().build()).problem(401);
  }

  private List<JsonObject> times(JsonObjectBuilder rule) {
    return api.post(PREVIEW, rule.build()).expect(200).array().stream()
        .map(JsonValue::asJsonObject)
        .toList();
  }

  private static JsonObjectBuilder night() {
    return Json.createObjectBuilder()
        .add("kind", "UNIX_CRON")
        .add("cron", "30 2 * * *")
        .add("zone", "Europe/Berlin")
        .add("after", "2026-03-28T00:00:00Z")
        .add("count", 3);
  }
}
