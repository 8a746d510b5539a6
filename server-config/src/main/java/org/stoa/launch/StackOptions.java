package org.stoa.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What to start.
 *
 * @param distribution what it is started from
 * @param state the directory in which everything is kept
 * @param ear the application to deploy, or nothing for a server without one
 * @param httpPort the port of the application, or nothing for any free one
 * @param usualPorts whether the other services try their usual ports before any free one
 * @param servers how many servers of the application, from 1; several share a broker of their own
 * @param environment settings ({@code STOA_*}) that win over what the stack would choose
 */
public record StackOptions(
    Distribution distribution,
    StateDirectory state,
    Optional<Path> ear,
    OptionalInt httpPort,
    boolean usualPorts,
    int servers,
    Map<String, String> environment) {

  public StackOptions {
    if (servers < 1) {
      throw new IllegalArgumentException("A stack has at least one server.");
    }
    environment = Map.copyOf(environment);
  }

  /** The application of this build on free ports, kept in a directory of its own. */
  public static StackOptions of(Distribution distribution, Path state) {
    return new StackOptions(
        distribution,
        new StateDirectory(state),
        Optional.of(distribution.ear()),
        OptionalInt.empty(),
        false,
        1,
        Map.of());
  }

  public StackOptions withEar(Path application) {
    return new StackOptions(
        distribution, state, Optional.of(application), httpPort, usualPorts, servers, environment);
  }

  public StackOptions withoutEar() {
    return new StackOptions(
        distribution, state, Optional.empty(), httpPort, usualPorts, servers, environment);
  }

  public StackOptions withHttpPort(int port) {
    return new StackOptions(
        distribution, state, ear, OptionalInt.of(port), usualPorts, servers, environment);
  }

  public StackOptions withUsualPorts() {
    return new StackOptions(distribution, state, ear, httpPort, true, servers, environment);
  }

  /** With so many servers of the application on the one database. */
  public StackOptions withServers(int count) {
    return new StackOptions(distribution, state, ear, httpPort, usualPorts, count, environment);
  }

  public StackOptions withEnvironment(Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(settings);
    return new StackOptions(distribution, state, ear, httpPort, usualPorts, servers, all);
  }

  Optional<String> setting(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
