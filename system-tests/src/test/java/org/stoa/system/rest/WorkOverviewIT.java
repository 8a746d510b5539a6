package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stoa.system.Api;
import org.stoa.system.HandWritten;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;

/** How the work went, as samples tell it. */
class WorkOverviewIT {

  private static final String OVERVIEW = "/api/v1/work/overview";
  private static final Duration UNTIL_SAMPLED = Duration.ofSeconds(60);

  private final Api api = SharedStack.stoa().administrator();

  @Test
  void showsWhatEndedToItsOrganisationOnly() {
    Study.created(api).load(HandWritten.dm());

    await()
        .atMost(UNTIL_SAMPLED)
        .untilAsserted(() -> assertThat(succeeded(overview("?kind=data.load"))).isPositive());
    assertThat(overview("").getJsonArray("shares").toString()).contains("data.load");
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();
    JsonObject theirs = stranger.get(OVERVIEW).expect(200).object();
    assertThat(theirs.getJsonArray("points")).isNotEmpty();
    assertThat(succeeded(theirs)).isZero();
    assertThat(theirs.getJsonArray("shares")).isEmpty();
  }

  @Test
  void showsTheServersThatWork() {
    JsonObject worker = api.get("/api/v1/work/workers").expect(200).array().getJsonObject(0);

    assertThat(worker.getBoolean("alive")).isTrue();
    assertThat(worker.getString("name")).isNotBlank();
    assertThat(worker.getString("heartbeatAt")).isNotBlank();
  }

  @Test
  void refusesATimeThatIsNone() {
    JsonObject problem = api.get(OVERVIEW + "?from=yesterday").problem(400);
    assertThat(problem.getString("detail")).contains("from").contains("2026-03-01T12:00:00Z");
    api.get(OVERVIEW + "?from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z").problem(400);
  }

  @Test
  void collectorsOfMetricsGetTheFiguresOfTheWork() {
    Study.created(api).load(HandWritten.dm());

    await()
        .atMost(UNTIL_SAMPLED)
        .untilAsserted(
            () ->
                assertThat(api.get("/metrics").expect(200).text())
                    .contains("stoa_work_jobs_finished_total{")
                    .contains("stoa_work_job_run_seconds_bucket{")
                    .contains("stoa_work_jobs_submitted_total{")
                    .contains("stoa_work_nodes{"));
  }

  private JsonObject overview(String query) {
    return api.get(OVERVIEW + query).expect(200).object();
  }

  private static int succeeded(JsonObject overview) {
    return overview.getJsonArray("points").getValuesAs(JsonObject.class).stream()
        .mapToInt(point -> point.getInt("succeeded", 0))
        .sum();
  }
}
