package org.stoa.launch;

import java.nio.file.Path;

/** The JDK that runs the launcher also runs the server: {@code ./stoa} found the right one. */
record Jdk(Path home) {

  static Jdk current() {
    return new Jdk(Path.of(System.getProperty("java.home")));
  }

  String java() {
    return home.resolve("bin/java").toString();
  }
}
