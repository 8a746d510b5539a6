package org.stoa.shared;

import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.Config;

/**
 * Reads settings and says in one sentence what is wrong with one, by the name that an operator
 * knows: {@code STOA_REDIS_URL} for {@code stoa.redis.url}.
 */
public class Settings {

  private final Config config;

  /** Over the MicroProfile configuration. */
  @Inject
  public Settings(Config config) {
    this.config = config;
  }

  /**
   * A setting that must be there.
   *
   * @param read turns the text into the value; an {@link IllegalArgumentException} says what would
   *     be accepted, such as "must be a URI"
   * @throws WrongSetting when it is missing or refused
   */
  public <T> T required(String name, Function<String, T> read) {
    return value(name, read).orElseThrow(() -> new WrongSetting(name, "is not set"));
  }

  /** A setting that has a default. */
  public <T> T optional(String name, T otherwise, Function<String, T> read) {
    return value(name, read).orElse(otherwise);
  }

  /** A whole number from least to most. */
  public long number(String name, long otherwise, long least, long most) {
    return optional(name, otherwise, text -> number(text, least, most));
  }

  private static long number(String text, long least, long most) {
    String accepted = "must be a whole number from " + least + " to " + most;
    try {
      long value = Long.parseLong(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(accepted, e);
    }
    throw new IllegalArgumentException(accepted);
  }

  private <T> Optional<T> value(String name, Function<String, T> read) {
    return config
        .getOptionalValue(name, String.class)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> read(name, text, read));
  }

  private static <T> T read(String name, String text, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (IllegalArgumentException e) {
      throw new WrongSetting(name, e.getMessage());
    }
  }
}
