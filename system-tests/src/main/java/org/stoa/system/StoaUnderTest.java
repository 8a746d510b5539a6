package org.stoa.system;

import jakarta.json.Json;
import java.net.URI;
import java.util.Locale;
import org.stoa.launch.Stack;

/** The running application, and the first administrator's account on it. */
public final class StoaUnderTest implements AutoCloseable {

  private final Stack stack;
  private Api administrator;

  /** Around a stack that is ready. */
  public StoaUnderTest(Stack stack) {
    this.stack = stack;
  }

  /** The stack itself, for suites that deploy something else on it. */
  public Stack stack() {
    return stack;
  }

  /** The address of the application. */
  public URI base() {
    return stack.address();
  }

  /** The first administrator's e-mail address. */
  public String email() {
    return stack.credentials().email();
  }

  /** The first administrator's password. */
  public String password() {
    return stack.credentials().password();
  }

  /** A client that shows no token. */
  public Api anonymous() {
    return Api.anonymous(base());
  }

  /** The first administrator, signed in. */
  public synchronized Api administrator() {
    if (administrator == null) {
      administrator = anonymous().signedIn(email(), password());
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
                .add("adminPassword", password())
                .build())
        .expect(201);
    return anonymous().signedIn(theirs, password());
  }

  /** Kills the server in the middle of whatever it does, and starts it again. */
  public void killAndRestart() {
    stack.killServer();
    stack.startServer();
  }

  @Override
  public void close() {
    stack.close();
  }
}
