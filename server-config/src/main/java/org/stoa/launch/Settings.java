package org.stoa.launch;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What the server is told through its environment, and where each value comes from. */
final class Settings {

  private final StackOptions options;
  private final Secrets secrets;
  private final Ports ports;
  private final Credentials credentials;
  private final Map<String, String> environment = new HashMap<>();

  private Settings(StackOptions options, Secrets secrets, Ports ports, Credentials credentials) {
    this.options = options;
    this.secrets = secrets;
    this.ports = ports;
    this.credentials = credentials;
  }

  static Settings of(StackOptions options) {
    StateDirectory state = options.state();
    Map<Port, Integer> fixed = new EnumMap<>(Port.class);
    options.httpPort().ifPresent(port -> fixed.put(Port.HTTP, port));
    Settings settings =
        new Settings(
            options,
            Secrets.keptIn(state.secrets()),
            Ports.choose(state.ports(1), fixed, options.usualPorts()),
            Credentials.keptIn(
                state.credentials(),
                options.setting("STOA_ADMIN_EMAIL"),
                options.setting("STOA_ADMIN_PASSWORD")));
    settings.choose();
    return settings;
  }

  /**
   * The settings of a further server of the stack: all the same but for the ports that it listens
   * on. Its HTTP port follows that of the first, if that was chosen.
   */
  Settings ofServer(int number) {
    Map<Port, Integer> fixed = new EnumMap<>(Port.class);
    options.httpPort().ifPresent(port -> fixed.put(Port.HTTP, port + number - 1));
    Ports own = Ports.choose(options.state().ports(number), fixed, false);
    Settings further = new Settings(options, secrets, own, credentials);
    further.environment.putAll(environment);
    further.listen(Port.HTTP, Port.ADMIN, Port.IIOP);
    return further;
  }

  private void listen(Port... mine) {
    for (Port port : mine) {
      environment.put("STOA_" + port + "_PORT", Integer.toString(port(port)));
    }
  }

  private void choose() {
    environment.put("STOA_HOME", options.state().root().toString());
    environment.put("STOA_PUBLIC_URL", "http://localhost:" + port(Port.HTTP) + "/");
    environment.put("STOA_HTTP_ADDRESS", "0.0.0.0");
    listen(Port.HTTP, Port.ADMIN, Port.JMS, Port.STOMP, Port.IIOP);
    environment.put("STOA_HEAP_PERCENT", "25");
    environment.put("STOA_TOKEN_KEY", secrets.key("token.key"));
    environment.put("STOA_ADMIN_EMAIL", credentials.email());
    environment.put("STOA_ADMIN_PASSWORD", credentials.password());
    if (usesOwnPostgres()) {
      environment.put("STOA_DATABASE_URL", PostgresService.url(port(Port.POSTGRES)));
      environment.put("STOA_DATABASE_USER", PostgresService.APPLICATION);
      environment.put("STOA_DATABASE_PASSWORD", PostgresService.applicationPassword(secrets));
      environment.put("STOA_DATABASE_OWNER_USER", PostgresService.OWNER);
      environment.put("STOA_DATABASE_OWNER_PASSWORD", PostgresService.ownerPassword(secrets));
    } else {
      required("STOA_DATABASE_PASSWORD");
      required("STOA_DATABASE_OWNER_USER");
      required("STOA_DATABASE_OWNER_PASSWORD");
      environment.put("STOA_DATABASE_USER", PostgresService.APPLICATION);
    }
    if (usesOwnRedis()) {
      environment.put("STOA_REDIS_URL", RedisService.url(secrets, port(Port.REDIS)));
    }
    if (usesOwnMail()) {
      environment.put("STOA_SMTP_HOST", "127.0.0.1");
      environment.put("STOA_SMTP_PORT", Integer.toString(port(Port.SMTP)));
    } else {
      environment.put("STOA_SMTP_PORT", "25");
    }
    options.environment().forEach((name, value) -> override(name, value));
  }

  /**
   * Ports were chosen together and the password may be kept: these are not overridden one by one.
   */
  private void override(String name, String value) {
    if (!value.isBlank() && !name.matches("STOA_(HTTP|ADMIN|JMS|STOMP|IIOP)_PORT")) {
      environment.put(name, value);
    }
  }

  private void required(String name) {
    if (options.setting(name).isEmpty()) {
      throw new Refusal(
          "STOA_DATABASE_URL names a database of your own: set %s as well.".formatted(name));
    }
  }

  boolean usesOwnPostgres() {
    return options.setting("STOA_DATABASE_URL").isEmpty();
  }

  boolean usesOwnRedis() {
    return options.setting("STOA_REDIS_URL").isEmpty();
  }

  boolean usesOwnMail() {
    return options.setting("STOA_SMTP_HOST").isEmpty();
  }

  int port(Port port) {
    return ports.of(port);
  }

  Secrets secrets() {
    return secrets;
  }

  Credentials credentials() {
    return credentials;
  }

  Map<String, String> environment() {
    return Map.copyOf(environment);
  }
}
