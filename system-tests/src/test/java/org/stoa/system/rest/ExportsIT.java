package org.stoa.system.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stoa.system.Answer;
import org.stoa.system.Api;
import org.stoa.system.HandWritten;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** Whole versions of datasets, taken away as files. */
class ExportsIT {

  private static final String TRICKY =
      "ID,NOTE\r\n1,=1+1\r\n2,\"a, b\"\r\n3,\r\n4,\"\"\r\n5,\"say \"\"no\"\"\"\r\n6,試験\r\n";

  private static final Api API = SharedStack.stoa().administrator();

  private static Study study;

  @BeforeAll
  static void loadedFiles() {
    study = Study.created(API);
    study.load(HandWritten.ae(), Upload.of("tricky.csv", TRICKY));
  }

  @Test
  void csvIsWhatWasLoaded() throws IOException {
    String loaded = new String(HandWritten.ae().content().get().readAllBytes(), UTF_8);
    Answer csv = API.get(version("AE") + "/files/csv").expect(200);
    assertThat(csv.text()).isEqualTo(loaded.replace("\n", "\r\n"));
    assertThat(csv.header("Content-Type")).startsWith("text/csv").containsIgnoringCase("utf-8");
    assertThat(csv.header("Content-Disposition")).contains("attachment", "filename=\"AE v1.csv\"");
  }

  @Test
  void csvTellsMissingFromEmptyAndKeepsEveryText() {
    assertThat(API.get(version("TRICKY") + "/files/csv").expect(200).text()).isEqualTo(TRICKY);
  }

  @Test
  void csvForASpreadsheetRunsNothing() {
    Answer csv = API.get(version("TRICKY") + "/files/spreadsheet-csv").expect(200);
    assertThat(csv.text()).isEqualTo("\uFEFF" + TRICKY.replace("1,=1+1", "1,'=1+1"));
  }

  @Test
  void parquetHasItsChecksumAsTag() throws NoSuchAlgorithmException {
    String sha256 = study.dataset("AE").getJsonObject("activeVersion").getString("sha256");
    String address = version("AE") + "/files/parquet";
    byte[] bytes = API.bytes(address);
    assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
        .isEqualTo(sha256);
    Answer parquet = API.get(address).expect(200);
    assertThat(parquet.header("ETag")).isEqualTo('"' + sha256 + '"');
    assertThat(parquet.header("Content-Length")).isEqualTo(Integer.toString(bytes.length));
  }

  @Test
  void parquetIsNotSentToWhoHasIt() {
    String address = version("AE") + "/files/parquet";
    String tag = API.get(address).expect(200).header("ETag");
    assertThat(API.get(address, "If-None-Match", tag).expect(304).text()).isEmpty();
  }

  @Test
  void whatAFormatLosesIsToldBeforeAndRefusedOnWish() {
    String xpt = version("TRICKY") + "/files/xpt";
    JsonArray losses = API.get(xpt + "/losses").expect(200).array();
    assertThat(losses.getValuesAs(JsonObject.class))
        .extracting(loss -> loss.getString("kind"))
        .contains("MISSING");
    JsonObject refused = API.get(xpt + "?lossless=true").problem(409);
    assertThat(refused.getJsonArray("losses")).isEqualTo(losses);
  }

  @Test
  void xportIsLoadedAgainWithTheSameRows() {
    byte[] bytes = API.bytes(version("AE") + "/files/xpt");
    Study other = Study.created(API);
    other.load(Upload.of("ae.xpt", bytes));
    String again =
        "/api/v1/datasets/" + other.dataset("AE").getString("id") + "/versions/1/files/csv";
    assertThat(API.get(again).expect(200).text())
        .isEqualTo(API.get(version("AE") + "/files/csv").expect(200).text());
  }

  @Test
  void whatIsNoFormatIsToldTheFormats() {
    assertThat(API.get(version("AE") + "/files/doc").problem(400).toString())
        .contains("spreadsheet-csv");
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String dataset = "/api/v1/datasets/" + study.dataset("AE").getString("id");
    API.get(dataset + "/versions/99/files/csv").problem(404);
    API.get(dataset + "/versions/99/files/parquet").problem(404);
  }

  @Test
  void anotherOrganisationFindsNothingAndNobodyIsAskedToSignIn() {
    Api stranger = SharedStack.stoa().administratorOfAnotherOrganisation();
    stranger.get(version("AE") + "/files/csv").problem(404);
    stranger.get(version("AE") + "/files/parquet").problem(404);
    SharedStack.stoa().anonymous().get(version("AE") + "/files/csv").problem(401);
  }

  @Test
  void theTrailTellsWhoTookIt() {
    API.get(version("TRICKY") + "/files/parquet").expect(200);
    String subject = study.dataset("TRICKY").getString("id");
    JsonObject newest =
        API.get("/api/v1/audit?action=dataset.exported&subjectType=dataset&subject=" + subject)
            .expect(200)
            .array()
            .getJsonObject(0);
    assertThat(newest.getString("actorName")).isNotBlank();
    assertThat(newest.get("after").toString()).contains("parquet").contains("1");
  }

  private static String version(String dataset) {
    return "/api/v1/datasets/" + study.dataset(dataset).getString("id") + "/versions/1";
  }
}
