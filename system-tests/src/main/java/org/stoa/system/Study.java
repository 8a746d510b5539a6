package org.stoa.system;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/**
 * A study that a test made for itself.
 *
 * @param api the account that made it
 * @param id its id
 */
public record Study(Api api, String id) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Makes an empty study with a code that no other test has. */
  public static Study created(Api api) {
    JsonObject study =
        api.post("/api/v1/studies", body(uniqueCode(), "Made by a system test"))
            .expect(201)
            .object();
    return new Study(api, study.getString("id"));
  }

  /** A code that no other study has. */
  public static String uniqueCode() {
    return "T-" + UUID.randomUUID().toString().substring(0, 13);
  }

  /** What creates a study. */
  public static JsonObject body(String code, String title) {
    return Json.createObjectBuilder().add("code", code).add("title", title).build();
  }

  /** Uploads the files together and waits until they are loaded. */
  public JsonObject load(Upload... files) {
    JsonObject job = upload(List.of(files));
    if (!job.getString("state").equals("SUCCEEDED")) {
      throw new AssertionError("the load ended as " + job);
    }
    return job;
  }

  /** Uploads the files together and waits until the job has ended, however it does. */
  public JsonObject upload(List<Upload> files) {
    return api.ended(send(files).expect(202).header("Location"));
  }

  /** Uploads the files together. */
  public Answer send(List<Upload> files) {
    return api.upload(path() + "/uploads", files);
  }

  /** Uploads the files, which must be refused: at once, or by the job. */
  public Refusal refusal(Upload... files) {
    Answer answer = send(List.of(files));
    if (answer.status() != 202) {
      return Refusal.of(answer);
    }
    return Refusal.ofJob(api.ended(answer.header("Location")));
  }

  /** Its datasets. */
  public JsonArray datasets() {
    return api.get(path() + "/datasets").expect(200).array();
  }

  /** One of its datasets. */
  public JsonObject dataset(String name) {
    return datasets().getValuesAs(JsonObject.class).stream()
        .filter(dataset -> dataset.getString("name").equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no dataset " + name + " in " + datasets()));
  }

  /** Asks a dataset; the rows of the result. */
  public JsonArray query(String dataset, JsonObject query) {
    return ask(dataset, query).expect(200).object().getJsonArray("rows");
  }

  /** Asks a dataset something that may be wrong. */
  public Answer ask(String dataset, JsonObject query) {
    return api.post("/api/v1/datasets/" + dataset(dataset).getString("id") + "/query", query);
  }

  /** Its first dashboard; it comes a moment after the load, by a job of its own. */
  public JsonObject firstDashboard() {
    return Awaitility.await("a dashboard of the study")
        .atMost(PATIENCE)
        .until(() -> api.get(path() + "/dashboards").expect(200).array(), found -> !found.isEmpty())
        .getJsonObject(0);
  }

  /** The address of the study below the server. */
  public String path() {
    return "/api/v1/studies/" + id;
  }
}
