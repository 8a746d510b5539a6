package org.stoa.system.container;

import org.stoa.system.SharedStack;

/** What tests that run outside of the server use; it is not deployed. */
final class Outside {

  private Outside() {}

  /** What a bean sees of the administrator's call through the application's own security. */
  static String whoCalled() {
    return SharedStack.stoa().administrator().get("/api/v1/who-called").expect(200).text();
  }
}
