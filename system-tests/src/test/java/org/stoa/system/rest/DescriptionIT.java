package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.system.Answer;
import org.stoa.system.Api;
import org.stoa.system.SharedStack;

/** What the application says of itself, to operators and to programmers. */
class DescriptionIT {

  private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");

  private final Api anonymous = SharedStack.stoa().anonymous();

  @ParameterizedTest
  @ValueSource(strings = {"/health/live", "/health/ready", "/health/started"})
  void healthIsUp(String path) {
    JsonObject health = anonymous.get(path).expect(200).object();
    assertThat(health.getString("status")).isEqualTo("UP");
  }

  @Test
  void readinessNamesWhatItLookedAtWithItsTime() {
    List<JsonObject> checks =
        anonymous.get("/health/ready").expect(200).object().getJsonArray("checks").stream()
            .map(JsonValue::asJsonObject)
            .toList();
    assertThat(checks)
        .extracting(check -> check.getString("name"))
        .contains("database", "cache", "broker", "files", "analytics", "mail");
    assertThat(checks)
        .allSatisfy(
            check -> assertThat(check.getJsonObject("data").toString()).contains("milliseconds"));
  }

  @Test
  void metricsAreTold() {
    assertThat(anonymous.get("/metrics").expect(200).text()).contains("jvm_");
  }

  @Test
  void everyOperationOfTheMainJobIsDescribed() {
    assertThat(paths().keySet())
        .contains(
            "/api/v1/auth/token",
            "/api/v1/me",
            "/api/v1/studies",
            "/api/v1/studies/{id}",
            "/api/v1/studies/{id}/uploads",
            "/api/v1/jobs/{id}",
            "/api/v1/schedules",
            "/api/v1/schedules/{id}",
            "/api/v1/schedules/{id}/runs",
            "/api/v1/schedules/preview",
            "/api/v1/studies/{id}/datasets",
            "/api/v1/datasets/{id}/versions",
            "/api/v1/datasets/{id}/rows",
            "/api/v1/datasets/{id}/query",
            "/api/v1/studies/{id}/dashboards",
            "/api/v1/dashboards/{id}",
            "/api/v1/dashboards/{id}/widgets/{widget}/data");
  }

  @Test
  void everyOperationHasASummaryAndItsErrors() {
    paths()
        .forEach(
            (path, item) ->
                item.asJsonObject().entrySet().stream()
                    .filter(entry -> VERBS.contains(entry.getKey()))
                    .forEach(entry -> assertDescribed(path, entry.getKey(), entry.getValue())));
  }

  @Test
  void whatIsTakenAndGivenIsDescribedToItsMembers() {
    JsonObject schemas = description().getJsonObject("components").getJsonObject("schemas");
    assertThat(schemas.getJsonObject("JobView").getJsonObject("properties").keySet())
        .contains("id", "state", "progress", "result", "error");
    assertThat(schemas.getJsonObject("DatasetView").getJsonObject("properties").keySet())
        .contains("id", "name", "label", "activeVersion");
    assertThat(schemas.getJsonObject("Sort").getString("type")).isEqualTo("string");
    JsonObject query = paths().getJsonObject("/api/v1/datasets/{id}/query").getJsonObject("post");
    assertThat(query.getJsonObject("requestBody").toString())
        .contains("#/components/schemas/Query");
  }

  @Test
  void idsAreTextsOfTheFormOfUuids() {
    JsonObject dataset = paths().getJsonObject("/api/v1/datasets/{id}").getJsonObject("get");
    JsonObject id = dataset.getJsonArray("parameters").getJsonObject(0);
    assertThat(id.getString("name")).isEqualTo("id");
    assertThat(id.getBoolean("required")).isTrue();
    assertThat(id.getJsonObject("schema").getString("$ref")).isEqualTo("#/components/schemas/UUID");
    JsonObject uuid =
        description().getJsonObject("components").getJsonObject("schemas").getJsonObject("UUID");
    assertThat(uuid.getString("type")).isEqualTo("string");
    assertThat(uuid.getString("format")).isEqualTo("uuid");
  }

  @Test
  void answersTellNothingOfTheServerAndAllowNothing() {
    Answer answer = anonymous.get("/api/v1/me");
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  private static void assertDescribed(String path, String verb, JsonValue operation) {
    JsonObject described = operation.asJsonObject();
    String what = verb + " " + path;
    assertThat(described.getString("summary", "")).as(what).isNotBlank();
    assertThat(described.getJsonObject("responses").keySet())
        .as(what)
        .anyMatch(status -> status.startsWith("2"))
        .anyMatch(status -> status.startsWith("4"));
  }

  private JsonObject paths() {
    return description().getJsonObject("paths");
  }

  private JsonObject description() {
    return anonymous.get("/openapi?format=JSON").expect(200).object();
  }
}
