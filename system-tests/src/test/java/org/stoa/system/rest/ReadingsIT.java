package org.stoa.system.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stoa.system.Answer;
import org.stoa.system.Api;
import org.stoa.system.HandWritten;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** What is detected about files is told, and can be corrected. */
class ReadingsIT {

  private static final Api API = SharedStack.stoa().administrator();
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final String LB = "USUBJID,LBSTRESN\nS-1,5.5\nS-2,<0.1\n";

  @Test
  void aGuessedEncodingIsToldWithTheVersion() {
    Study study = Study.created(API);
    JsonObject job = study.load(Upload.of("dm.csv", "ID,CITY\nS-1,Köln\n".getBytes(WINDOWS)));

    assertThat(loaded(job).getInt("losses")).isEqualTo(1);
    JsonObject version = active(study, "DM");
    assertThat(version.getJsonArray("losses").getJsonObject(0).getString("kind"))
        .isEqualTo("ENCODING");
    assertThat(csv(study, "DM", 1)).contains("Köln");
  }

  @Test
  void anUploadBringsItsCorrections() {
    Study study = Study.created(API);
    String body = "{\"delimiter\": \"~\", \"types\": {\"CODE\": \"TEXT\"}}";

    Answer accepted =
        API.upload(study.path() + "/uploads", List.of(Upload.of("x.csv", "CODE~N\n7~1\n")), body);
    API.ended(accepted.expect(202).header("Location"));

    JsonObject version = active(study, "X");
    assertThat(version.getJsonObject("options").getString("delimiter")).isEqualTo("~");
    assertThat(types(version)).containsExactly("TEXT", "INTEGER");
  }

  @Test
  void anUploadIsRefusedOnWishWhenAnythingWouldBeLost() {
    Study study = Study.created(API);
    List<Upload> files = List.of(Upload.of("dm.csv", "ID\nKöln\n".getBytes(WINDOWS)));

    Answer accepted = API.upload(study.path() + "/uploads", files, "{\"lossless\": true}");
    JsonObject job = API.ended(accepted.expect(202).header("Location"));

    assertThat(job.getString("state")).isEqualTo("FAILED");
    assertThat(job.get("error").toString()).contains("lossy-file", "ENCODING");
    assertThat(study.datasets()).isEmpty();
  }

  @Test
  void theFileOfAVersionIsReadAgainAndWhatDoesNotFitIsCounted() {
    Study study = Study.created(API);
    byte[] zip =
        HandWritten.zip(
            Map.of("lb.csv", LB.getBytes(UTF_8), "dm.csv", "USUBJID\nS-1\n".getBytes(UTF_8)));
    study.load(Upload.of("study.zip", zip));
    JsonObject options =
        Json.createObjectBuilder()
            .add("types", Json.createObjectBuilder().add("lbstresn", "DECIMAL"))
            .add("misfits", "MISSING")
            .build();

    API.ended(again(study, "LB", options).expect(202).header("Location"));

    JsonObject version = active(study, "LB");
    assertThat(version.getInt("number")).isEqualTo(2);
    assertThat(types(version)).containsExactly("TEXT", "DECIMAL");
    assertThat(version.getJsonArray("losses").toString()).contains("Line 3 has “<0.1”");
    assertThat(csv(study, "LB", 2)).isEqualTo("USUBJID,LBSTRESN\r\nS-1,5.5\r\nS-2,\r\n");
    assertThat(active(study, "DM").getInt("number")).isEqualTo(1);
  }

  @Test
  void whatDoesNotFitRefusesTheFileUnlessItIsAccepted() {
    Study study = Study.created(API);
    study.load(Upload.of("lb.csv", LB));
    JsonObject options =
        Json.createObjectBuilder()
            .add("types", Json.createObjectBuilder().add("LBSTRESN", "DECIMAL"))
            .build();

    JsonObject job = API.ended(again(study, "LB", options).expect(202).header("Location"));

    assertThat(job.getString("state")).isEqualTo("FAILED");
    assertThat(job.getJsonObject("error").getString("detail")).contains("line 3", "<0.1");
    assertThat(active(study, "LB").getInt("number")).isEqualTo(1);
  }

  @Test
  void correctionsThatNoFileCanBeReadWithAreRefusedOneByOne() {
    Study study = Study.created(API);
    study.load(Upload.of("lb.csv", LB));
    JsonObject wrong =
        Json.createObjectBuilder().add("delimiter", "ab").add("encoding", "klingon").build();

    JsonObject problem = again(study, "LB", wrong).problem(400);

    assertThat(problem.getJsonArray("errors").toString()).contains("delimiter", "encoding");
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();
    stranger
        .post(address(study, "LB") + "/readings", Json.createObjectBuilder().build())
        .problem(404);
  }

  private static Answer again(Study study, String dataset, JsonObject options) {
    return API.post(address(study, dataset) + "/readings", options);
  }

  private static String address(Study study, String dataset) {
    return "/api/v1/datasets/" + study.dataset(dataset).getString("id") + "/versions/1";
  }

  private static String csv(Study study, String dataset, int version) {
    String id = study.dataset(dataset).getString("id");
    return API.get("/api/v1/datasets/" + id + "/versions/" + version + "/files/csv")
        .expect(200)
        .text();
  }

  private static JsonObject active(Study study, String dataset) {
    String id = study.dataset(dataset).getString("id");
    return API.get("/api/v1/datasets/" + id).expect(200).object().getJsonObject("activeVersion");
  }

  private static List<String> types(JsonObject version) {
    return version.getJsonArray("columnDetails").getValuesAs(JsonObject.class).stream()
        .map(column -> column.getString("type"))
        .toList();
  }

  private static JsonObject loaded(JsonObject job) {
    return job.getJsonObject("result").getJsonArray("datasets").getJsonObject(0);
  }
}
