package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoa.system.rest.Queries.measure;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.system.Answer;
import org.stoa.system.Api;
import org.stoa.system.HandWritten;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** Each bad request gets a problem that says what, where and why, and changes nothing. */
class BadRequestsIT {

  private final Api anonymous = SharedStack.stoa().anonymous();
  private final Api api = SharedStack.stoa().administrator();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/me",
        "/api/v1/studies",
        "/api/v1/jobs/1",
        "/api/v1/datasets/018f0000-0000-7000-8000-000000000000/rows",
        "/api/v1/dashboards/018f0000-0000-7000-8000-000000000000"
      })
  void nothingIsToldWithoutAToken(String path) {
    JsonObject problem = anonymous.get(path).problem(401);
    assertThat(problem.getString("type")).endsWith(":unauthenticated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."})
  void aWrongTokenIsRefused(String token) {
    anonymous.with(token).get("/api/v1/me").problem(401);
  }

  @Test
  void aTokenWithAnotherSignatureIsRefused() {
    String token = api.accessToken();
    String forged = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";
    anonymous.with(forged).get("/api/v1/me").problem(401);
  }

  @Test
  void aWrongPasswordDoesNotTellWhetherTheAccountExists() {
    String email = SharedStack.stoa().email();
    JsonObject known = anonymous.token(email, "not the password").problem(401);
    JsonObject unknown = anonymous.token("nobody@stoa.local", "not the password").problem(401);
    assertThat(known.getString("detail")).isEqualTo(unknown.getString("detail"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/studies/", "/api/v1/dashboards/", "/api/v1/jobs/"})
  void anIdThatIsNoneIsNotFound(String path) {
    api.get(path + "nonsense").problem(404);
  }

  @Test
  void anUnknownIdIsNotFound() {
    api.get("/api/v1/studies/" + UUID.randomUUID()).problem(404);
    api.get("/api/v1/jobs/999999999").problem(404);
  }

  @Test
  void aMissingFieldIsNamed() {
    JsonObject body = Json.createObjectBuilder().add("code", "X").build();
    assertThat(api.post("/api/v1/studies", body).problem(400).toString()).contains("title");
  }

  @Test
  void aTakenCodeIsAConflict() {
    JsonObject body = Study.body(Study.uniqueCode(), "The first");
    api.post("/api/v1/studies", body).expect(201);
    JsonObject problem = api.post("/api/v1/studies", body).problem(409);
    assertThat(problem.getString("field")).isEqualTo("code");
  }

  @Test
  void brokenJsonIsRefused() {
    byte[] body = "{\"code\": ".getBytes(StandardCharsets.UTF_8);
    api.post("/api/v1/studies", "application/json", body).problem(400);
  }

  @Test
  void aBodyOfAnotherTypeIsRefused() {
    api.post("/api/v1/studies", "text/plain", new byte[] {'x'}).problem(415);
  }

  @Test
  void anUploadWithoutAFileIsRefused() {
    Study study = Study.created(api);
    study.send(List.of()).problem(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "201", "many"})
  void aPageSizeOutOfRangeIsRefused(String limit) {
    assertThat(api.get("/api/v1/studies?limit=" + limit).problem(400).toString()).contains("limit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE study; --",
        "$$ SELECT 1 $$",
        "it's \"quoted\" `twice`",
        "\uD83E\uDDEA four bytes \uD834\uDD1E",
        "<script>alert(1)</script>",
        "#{7*7} ${7*7} {{7*7}}"
      })
  void anyTextIsKeptAsItIs(String text) {
    JsonObject body = Study.body(Study.uniqueCode(), text);
    String id = api.post("/api/v1/studies", body).expect(201).object().getString("id");
    JsonObject found = api.get("/api/v1/studies/" + id).expect(200).object();
    assertThat(found.getString("title")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'; DROP TABLE x; --", "$$", "a \"b\" `c`", "\uD83E\uDDEA", "%_\\", "NULL"})
  void anyTextInAFilterIsOnlyAValue(String text) {
    Study study = Study.created(api);
    study.load(Upload.of("qq.csv", "A,B\n\"" + text.replace("\"", "\"\"") + "\",1\nother,2\n"));
    JsonObject query = Queries.count("A = '" + text.replace("'", "''") + "'");
    assertThat(study.query("QQ", query)).hasToString("[[1]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AESER = ",
        "AESER = 'Y' AND",
        "AESER == 'Y",
        "(AESER = 'Y'",
        "AESER = 'Y'; DROP TABLE x",
        "1 = 1 UNION SELECT 1"
      })
  void aFilterThatDoesNotParseIsRefusedWithItsPlace(String filter) {
    JsonObject problem = eventsAsked(Queries.count(filter)).problem(400);
    assertThat(problem.getString("field")).isEqualTo("filter");
    assertThat(problem.getInt("line")).isEqualTo(1);
    assertThat(problem.getInt("column")).isBetween(1, filter.length() + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOSUCH = 'Y'",
        "AESER = (SELECT 'Y')",
        "read_text('/etc/passwd') = 'x'",
        "AESER = getenv('HOME')",
        "EXISTS (SELECT 1)"
      })
  void aFilterOutsideTheAllowListIsRefused(String filter) {
    assertThat(eventsAsked(Queries.count(filter)).problem(400).toString()).contains("filter");
  }

  @Test
  void anUnknownColumnIsNamed() {
    JsonObject query = Queries.query(List.of("NOSUCH"), measure("count", "*", "n")).build();
    assertThat(eventsAsked(query).problem(400).toString()).contains("NOSUCH", "dimensions[0]");
  }

  @Test
  void anUnknownOperationIsNamed() {
    JsonObject query = Queries.query(List.of(), measure("explode", "AESEQ", "n")).build();
    assertThat(eventsAsked(query).problem(400).toString()).contains("explode", "measures[0].op");
  }

  @Test
  void aSumOfTextsIsRefused() {
    JsonObject query = Queries.query(List.of(), measure("sum", "AETERM", "n")).build();
    assertThat(eventsAsked(query).problem(400).toString()).contains("AETERM");
  }

  private Answer eventsAsked(JsonObject query) {
    Study study = Study.created(api);
    study.load(HandWritten.ae());
    return study.ask("AE", query);
  }
}
