package org.stoa.system;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.stoa.launch.Stack;

/** The running application, and the first administrator's account on it. */
public final class StoaUnderTest implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Stack stack;
  private final String email;
  private final String password;
  private Api administrator;

  StoaUnderTest(Stack stack, String email, String password) {
    this.stack = stack;
    this.email = email;
    this.password = password;
    awaitReady();
  }

  /** The stack itself, for suites that deploy something else on it. */
  public Stack stack() {
    return stack;
  }

  /** The address of the application. */
  public URI base() {
    return URI.create("http://localhost:" + stack.httpPort());
  }

  /** The first administrator's e-mail address. */
  public String email() {
    return email;
  }

  /** The first administrator's password. */
  public String password() {
    return password;
  }

  /** A client that shows no token. */
  public Api anonymous() {
    return Api.anonymous(base());
  }

  /** The first administrator, signed in. */
  public synchronized Api administrator() {
    if (administrator == null) {
      administrator = anonymous().signedIn(email, password);
    }
    return administrator;
  }

  /** The administrator of an organisation that was made just now and has nothing. */
  public Api administratorOfAnotherOrganisation() {
    String name = Study.uniqueCode();
    String theirs = name.toLowerCase(Locale.ROOT) + "@elsewhere.example";
    administrator()
        .post(
            "/api/v1/organisations",
            Json.createObjectBuilder()
                .add("name", name)
                .add("adminEmail", theirs)
                .add("adminPassword", password)
                .build())
        .expect(201);
    return anonymous().signedIn(theirs, password);
  }

  /** Kills the server in the middle of whatever it does, and starts it again. */
  public void killAndRestart() {
    stack.killServer();
    stack.startServer();
    awaitReady();
  }

  /** Waits until the application says that it is ready. */
  public void awaitReady() {
    Awaitility.await("readiness of " + base())
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(this::isReady);
  }

  private boolean isReady() throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(base().resolve("/health/ready"))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    stack.close();
  }
}
