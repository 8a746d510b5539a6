package org.stoa.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.UUID;

/** Jobs of the kind {@code work.echo}, which do nothing but give back what they were given. */
public final class EchoJob {

  /** What is paused so that such a job waits. */
  public static final String KIND = "/api/v1/kinds/work.echo";

  private static final JsonObject NOTHING = JsonValue.EMPTY_JSON_OBJECT;

  private EchoJob() {}

  /** Submits one by running a schedule by hand, and answers the address of the job. */
  public static String submitted(Api api, String text) {
    JsonObject rule =
        Json.createObjectBuilder()
            .add("kind", "ONCE")
            .add("zone", "Europe/Berlin")
            .add("at", "2150-01-01T00:00:00Z")
            .build();
    JsonObject definition =
        Json.createObjectBuilder()
            .add("name", "echo of a test " + UUID.randomUUID())
            .add("kind", "work.echo")
            .add("payload", Json.createObjectBuilder().add("text", text))
            .add("rule", rule)
            .build();
    Answer created = api.post("/api/v1/schedules", definition).expect(201);
    String schedule = URI.create(created.header("Location")).getPath();
    JsonObject run = api.post(schedule + "/runs", NOTHING).expect(201).object();
    String tag = api.get(schedule).expect(200).header("ETag");
    api.delete(schedule, "If-Match", tag).expect(204);
    return "/api/v1/jobs/" + run.getJsonNumber("job").longValue();
  }

  /** Submits one that was cancelled before it began. */
  public static String cancelled(Api api, String text) {
    api.post(KIND + "/pause", NOTHING).expect(200);
    try {
      String job = submitted(api, text);
      api.post(job + "/cancel", NOTHING).expect(200);
      return job;
    } finally {
      api.post(KIND + "/resume", NOTHING).expect(200);
    }
  }
}
