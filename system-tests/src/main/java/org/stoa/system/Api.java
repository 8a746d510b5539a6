package org.stoa.system;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;

/** The REST API as a client of it sees it, for one account or for nobody. */
public final class Api {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI base;
  private final String token;

  private Api(URI base, String token) {
    this.base = base;
    this.token = token;
  }

  /** A client that shows no token. */
  public static Api anonymous(URI base) {
    return new Api(base, null);
  }

  /** A client that shows this token. */
  public Api with(String accessToken) {
    return new Api(base, accessToken);
  }

  /** A client that signed in. */
  public Api signedIn(String email, String password) {
    return with(token(email, password).expect(200).object().getString("accessToken"));
  }

  /** Asks for a token. */
  public Answer token(String email, String password) {
    return post(
        "/api/v1/auth/token",
        Json.createObjectBuilder().add("email", email).add("password", password).build());
  }

  /** GET. */
  public Answer get(String path) {
    return send(request(path).GET().build());
  }

  /** GET with one more header. */
  public Answer get(String path, String header, String value) {
    return send(request(path).header(header, value).GET().build());
  }

  /** GET of a file; its bytes. */
  public byte[] bytes(String path) {
    HttpResponse<byte[]> response =
        exchange(request(path).GET().build(), BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new AssertionError("GET " + path + " answered " + response.statusCode());
    }
    return response.body();
  }

  /** GET of a file, as it comes. */
  public InputStream stream(String path) {
    HttpResponse<InputStream> response =
        exchange(request(path).GET().build(), BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new AssertionError("GET " + path + " answered " + response.statusCode());
    }
    return response.body();
  }

  /** POST of a JSON object. */
  public Answer post(String path, JsonObject body) {
    return send(json(path, body).build());
  }

  /** POST of a JSON object with one more header. */
  public Answer post(String path, JsonObject body, String header, String value) {
    return send(json(path, body).header(header, value).build());
  }

  /** PUT of a JSON object. */
  public Answer put(String path, JsonObject body) {
    return send(json(path, body).PUT(BodyPublishers.ofString(body.toString())).build());
  }

  /** PUT of a JSON object with one more header. */
  public Answer put(String path, JsonObject body, String header, String value) {
    return send(
        json(path, body)
            .header(header, value)
            .PUT(BodyPublishers.ofString(body.toString()))
            .build());
  }

  /** DELETE with one more header. */
  public Answer delete(String path, String header, String value) {
    return send(request(path).header(header, value).DELETE().build());
  }

  /** POST of a body that need not be what it says. */
  public Answer post(String path, String contentType, byte[] body) {
    BodyPublisher publisher = BodyPublishers.ofByteArray(body);
    return send(request(path).header("Content-Type", contentType).POST(publisher).build());
  }

  /** Uploads files as a browser does: multipart, each file in a part of its own. */
  public Answer upload(String path, List<Upload> files) {
    return upload(path, files, null);
  }

  /** Uploads files with a text in the field {@code options}; null leaves it out. */
  public Answer upload(String path, List<Upload> files, String options) {
    Multipart form = new Multipart(files, options);
    return send(
        request(path).header("Content-Type", form.contentType()).POST(form.publisher()).build());
  }

  /** Uploads one file from disk. */
  public Answer upload(String path, Path file) {
    return upload(path, List.of(Upload.of(file)));
  }

  /** Waits until the job has ended, and tells how. */
  public JsonObject ended(String jobLocation) {
    URI location = base.resolve(jobLocation);
    return Awaitility.await("the end of " + location)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> get(location.getPath()).expect(200).object(), Api::isOver);
  }

  /** The token that this client shows. */
  public String accessToken() {
    return Objects.requireNonNull(token, "nobody signed in");
  }

  /** The address of the server. */
  public URI base() {
    return base;
  }

  private static boolean isOver(JsonObject job) {
    return List.of("SUCCEEDED", "FAILED", "CANCELLED").contains(job.getString("state"));
  }

  private HttpRequest.Builder json(String path, JsonObject body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.toString()));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Accept", "*/*");
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest request) {
    return Answer.of(exchange(request, BodyHandlers.ofString()));
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at " + request.uri(), e);
    }
  }
}
