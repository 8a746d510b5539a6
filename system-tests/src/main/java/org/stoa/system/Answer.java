package org.stoa.system;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/**
 * What the API answered.
 *
 * @param what the request, as it is shown when a test fails
 * @param status the HTTP status
 * @param headers the response headers
 * @param text the body as text
 */
public record Answer(String what, int status, HttpHeaders headers, String text) {

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.request().method() + " " + response.uri(),
        response.statusCode(),
        response.headers(),
        response.body());
  }

  /** The body as a JSON object. */
  public JsonObject object() {
    return json().asJsonObject();
  }

  /** The body as a JSON array. */
  public JsonArray array() {
    return json().asJsonArray();
  }

  /** A header's value, or an empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The answer itself when it has the status, else an error that shows all of it. */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError("expected " + expected + ", but " + this);
    }
    return this;
  }

  /** The problem detail, when the answer is one with this status. */
  public JsonObject problem(int expected) {
    expect(expected);
    if (!header("Content-Type").startsWith("application/problem+json")) {
      throw new AssertionError("no problem detail: " + this);
    }
    return object();
  }

  private JsonStructure json() {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.read();
    }
  }

  @Override
  public String toString() {
    return what + " answered " + status + " " + headers.map() + "\n" + text;
  }
}
