package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoa.system.rest.Queries.measure;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stoa.system.Answer;
import org.stoa.system.Api;
import org.stoa.system.HandWritten;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** The main job by REST, on files that a person wrote by hand. */
class MainJobIT {

  private final Api api = SharedStack.stoa().administrator();

  @Test
  void tellsWhoIsSignedIn() {
    JsonObject me = api.get("/api/v1/me").expect(200).object();
    assertThat(me.getString("email")).isEqualTo(SharedStack.stoa().email());
  }

  @Test
  void aCreatedStudyIsFoundAtItsLocationAndInTheList() {
    String code = Study.uniqueCode();
    Answer created = api.post("/api/v1/studies", Study.body(code, "Ein Titel – 試験 🧪")).expect(201);
    JsonObject found =
        api.get(URI.create(created.header("Location")).getPath()).expect(200).object();
    assertThat(found.getString("code")).isEqualTo(code);
    assertThat(found.getString("title")).isEqualTo("Ein Titel – 試験 🧪");
    assertThat(codes(api.get("/api/v1/studies?limit=200").expect(200).array())).contains(code);
  }

  @Test
  void aListIsReadPageByPage() {
    Study.created(api);
    Study.created(api);
    Answer first = api.get("/api/v1/studies?limit=1").expect(200);
    Answer second = api.get(Links.next(first)).expect(200);
    assertThat(first.array()).hasSize(1);
    assertThat(second.array()).hasSize(1);
    assertThat(codes(second.array())).doesNotContainAnyElementsOf(codes(first.array()));
  }

  @Test
  void uploadedFilesBecomeDatasetsWithCountsAndChecksum() {
    Study study = Study.created(api);
    JsonObject job = study.load(HandWritten.dm(), HandWritten.ae());
    assertThat(job.getJsonObject("result").getJsonArray("datasets")).hasSize(2);

    JsonObject version = study.dataset("DM").getJsonObject("activeVersion");
    assertThat(version.getInt("number")).isEqualTo(1);
    assertThat(version.getInt("rows")).isEqualTo(12);
    assertThat(version.getInt("columns")).isEqualTo(8);
    assertThat(version.getString("sha256")).matches("[0-9a-f]{64}");
  }

  @Test
  void rowsAreReadPageByPageInTheOrderOfTheFile() {
    Study study = Study.created(api);
    study.load(HandWritten.dm());
    String rows = "/api/v1/datasets/" + study.dataset("DM").getString("id") + "/rows";

    Answer first = api.get(rows + "?limit=8").expect(200);
    Answer second = api.get(Links.next(first)).expect(200);
    assertThat(columnNames(first.object()))
        .containsExactly("STUDYID", "USUBJID", "SITEID", "AGE", "SEX", "ARM", "RFSTDTC", "COUNTRY");
    assertThat(subjects(first)).startsWith("H-001").hasSize(8);
    assertThat(subjects(second)).endsWith("H-012").hasSize(4);
    assertThat(second.header("Link")).doesNotContain("next");
  }

  @Test
  void aQueryCountsWhatAPersonCounts() {
    Study study = Study.created(api);
    study.load(HandWritten.ae());
    JsonObject query =
        Queries.query(List.of("AESEV"), measure("count", "*", "n"))
            .add("filter", "AESER = 'Y' AND AESEV IN ('MODERATE','SEVERE')")
            .build();
    assertThat(study.query("AE", query)).hasToString("[[\"MODERATE\",1],[\"SEVERE\",2]]");
  }

  @Test
  void eachMeasureIsRight() {
    Study study = Study.created(api);
    study.load(HandWritten.dm());
    JsonObject query =
        Queries.query(
                List.of(),
                measure("count", "*", "n"),
                measure("distinct", "SITEID", "sites"),
                measure("sum", "AGE", "years"),
                measure("avg", "AGE", "mean"),
                measure("min", "AGE", "youngest"),
                measure("max", "AGE", "oldest"),
                measure("median", "AGE", "middle"),
                measure("stddev", "AGE", "spread"))
            .build();
    List<Double> row =
        study.query("DM", query).getJsonArray(0).getValuesAs(JsonNumber::doubleValue);
    assertThat(row)
        .usingElementComparator(HandWritten.toTheMillionth())
        .containsExactly(12.0, 3.0, 564.0, 47.0, 24.0, 71.0, 46.0, 14.522709489247896);
  }

  @Test
  void aCorrectedFileIsANewVersionAndTheOldOneStays() {
    Study study = Study.created(api);
    study.load(HandWritten.ae());
    study.load(HandWritten.correctedAe());
    JsonObject ae = study.dataset("AE");
    String dataset = "/api/v1/datasets/" + ae.getString("id");
    assertThat(ae.getJsonObject("activeVersion").getInt("number")).isEqualTo(2);
    assertThat(api.get(dataset + "/versions").expect(200).array()).hasSize(2);
    assertThat(severityOfTheRash(dataset + "/rows?version=1")).isEqualTo("MODERATE");
    assertThat(severityOfTheRash(dataset + "/rows?version=2")).isEqualTo("MILD");
  }

  @Test
  void theSameBytesAgainAreNoNewVersion() {
    Study study = Study.created(api);
    study.load(HandWritten.dm());
    study.load(HandWritten.dm());
    assertThat(study.dataset("DM").getJsonObject("activeVersion").getInt("number")).isEqualTo(1);
  }

  @Test
  void anArchiveOfCsvAndXportIsLoadedAsAWhole() {
    Study study = Study.created(api);
    study.load(Upload.of("export.zip", HandWritten.archive()));
    assertThat(study.datasets().getValuesAs((JsonObject dataset) -> dataset.getString("name")))
        .containsExactlyInAnyOrder("AE", "VS");
    assertThat(study.dataset("VS").getString("label")).isEqualTo("Vital Signs");
  }

  @Test
  void aRepeatedCreationWithOneKeyMakesOneStudy() {
    JsonObject body = Study.body(Study.uniqueCode(), "Sent twice by a shaky network");
    String key = Study.uniqueCode();
    Answer first = createdWith(body, key);
    Answer again = createdWith(body, key);
    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.object()).isEqualTo(first.object());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
  }

  private Answer createdWith(JsonObject body, String key) {
    return api.post("/api/v1/studies", body, "Idempotency-Key", key).expect(201);
  }

  private String severityOfTheRash(String rows) {
    return api.get(rows).expect(200).object().getJsonArray("rows").getJsonArray(5).getString(5);
  }

  private static List<String> codes(JsonArray studies) {
    return studies.getValuesAs((JsonObject study) -> study.getString("code"));
  }

  private static List<String> subjects(Answer page) {
    return page.object().getJsonArray("rows").getValuesAs((JsonArray row) -> row.getString(1));
  }

  private static List<String> columnNames(JsonObject page) {
    return page.getJsonArray("columns")
        .getValuesAs((JsonObject column) -> column.getString("name"));
  }
}
