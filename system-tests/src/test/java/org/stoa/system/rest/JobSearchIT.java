package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoa.system.Api;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** Jobs found by what they are, and what is done with all that fit. */
class JobSearchIT {

  private static final String JOBS = "/api/v1/jobs";

  private final Api api = SharedStack.stoa().administrator();

  @Test
  void aFailedJobIsFoundByTheTextOfItsErrorInItsOrganisationOnly() {
    JsonObject failed = aFailedLoad();
    String query = "?error=" + encoded(detail(failed)) + "&state=FAILED&kind=data.load";

    assertThat(ids(api, query)).contains(failed.getInt("id"));
    assertThat(ids(api, query + "x")).isEmpty();
    assertThat(ids(SharedStack.stoa().administratorOfAnotherOrganisation(), query)).isEmpty();
  }

  @Test
  void allThatFitAreDoneAgainAndTheTrailTellsIt() {
    JsonObject failed = aFailedLoad();
    JsonObject which =
        Json.createObjectBuilder()
            .add("state", "FAILED")
            .add("kind", "data.load")
            .add("error", detail(failed))
            .build();

    JsonObject result = api.post(JOBS + "/bulk/repeat", which).expect(200).object();

    assertThat(result.getInt("done")).isPositive();
    assertThat(result.containsKey("next")).isFalse();
    JsonObject newest =
        api.get("/api/v1/audit?action=job.bulk-repeated&limit=1")
            .expect(200)
            .array()
            .getJsonObject(0);
    assertThat(newest.getJsonObject("after").getInt("done")).isEqualTo(result.getInt("done"));
    JsonObject theirs =
        SharedStack.stoa()
            .administratorOfAnotherOrganisation()
            .post(JOBS + "/bulk/repeat", which)
            .expect(200)
            .object();
    assertThat(theirs.getInt("done")).isZero();
  }

  @Test
  void whatCannotBeDoneWithJobsOfAStateIsRefused() {
    JsonObject done = Json.createObjectBuilder().add("state", "SUCCEEDED").build();
    api.post(JOBS + "/bulk/repeat", done).problem(400);
    api.post(JOBS + "/bulk/cancel", done).problem(400);
    api.post(JOBS + "/bulk/cancel", Json.createObjectBuilder().build()).problem(400);
    api.get(JOBS + "?error=ab").problem(400);
    api.get(JOBS + "?organisation=ours").problem(400);
  }

  @Test
  void anotherOrganisationIsOpenToTheInstallationOnly() {
    String another = JOBS + "?organisation=" + UUID.randomUUID();
    SharedStack.stoa().administratorOfAnotherOrganisation().get(another).problem(403);
    assertThat(api.get(another).expect(200).array()).isEmpty();
  }

  private JsonObject aFailedLoad() {
    JsonObject job =
        Study.created(api).upload(List.of(Upload.of("dm.csv", "USUBJID,AGE\nS1,30\nS2,31,5\n")));
    return api.get(JOBS + "/" + job.get("id")).expect(200).object();
  }

  private static String detail(JsonObject job) {
    return job.getJsonObject("error").getString("detail");
  }

  private static List<Integer> ids(Api as, String query) {
    return as.get(JOBS + query).expect(200).array().getValuesAs(JsonObject.class).stream()
        .map(job -> job.getInt("id"))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
