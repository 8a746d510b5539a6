package org.stoa.launch;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A client of the public interface, as anybody could write one. */
final class RestClient {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private String token = "";

  private RestClient(URI base) {
    this.base = base;
  }

  static RestClient of(URI base) {
    return new RestClient(base);
  }

  void signIn(Credentials credentials) throws IOException, InterruptedException {
    token =
        post(
                "api/v1/auth/token",
                Json.createObjectBuilder()
                    .add("email", credentials.email())
                    .add("password", credentials.password())
                    .build())
            .getString("accessToken");
  }

  /** Creates a study and returns its id. */
  String createStudy(String code, String title) throws IOException, InterruptedException {
    return post(
            "api/v1/studies",
            Json.createObjectBuilder().add("code", code).add("title", title).build())
        .getString("id");
  }

  /** Uploads files and returns the address of the job that loads them. */
  String upload(String path, List<Path> files) throws IOException, InterruptedException {
    MultipartBody body = MultipartBody.of("file", files);
    HttpResponse<String> response =
        send(
            request(path).header("Content-Type", body.contentType()),
            "POST",
            body.publisher(),
            202);
    return response
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new IOException("the answer to the upload names no job"));
  }

  JsonObject get(String path) throws IOException, InterruptedException {
    return read(send(request(path), "GET", BodyPublishers.noBody(), 200).body()).asJsonObject();
  }

  /** The objects of a list, or of the items of a page. */
  List<JsonObject> list(String path) throws IOException, InterruptedException {
    JsonStructure answer = read(send(request(path), "GET", BodyPublishers.noBody(), 200).body());
    return (answer instanceof JsonObject page ? page.getJsonArray("items") : answer.asJsonArray())
        .stream().map(JsonValue::asJsonObject).toList();
  }

  private JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
    return read(send(
                request(path).header("Content-Type", "application/json"),
                "POST",
                BodyPublishers.ofString(body.toString()),
                200,
                201)
            .body())
        .asJsonObject();
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(PATIENCE)
            .header("Accept", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(
      HttpRequest.Builder request, String method, BodyPublisher body, Integer... expected)
      throws IOException, InterruptedException {
    HttpRequest built = request.method(method, body).build();
    HttpResponse<String> response = http.send(built, BodyHandlers.ofString());
    if (!List.of(expected).contains(response.statusCode())) {
      throw new IOException(
          "%s %s answered %d: %s"
              .formatted(
                  method,
                  built.uri().getPath(),
                  response.statusCode(),
                  beginningOf(response.body())));
    }
    return response;
  }

  private static String beginningOf(String text) {
    return text.length() > 500 ? text.substring(0, 500) + "…" : text;
  }

  private static JsonStructure read(String text) throws IOException {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.read();
    } catch (JsonException e) {
      throw new IOException("an answer is not JSON: " + beginningOf(text), e);
    }
  }
}
