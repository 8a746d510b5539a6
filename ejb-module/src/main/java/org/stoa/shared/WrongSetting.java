package org.stoa.shared;

import java.util.Locale;

/** A setting is missing or cannot be used, so the application does not start. */
public class WrongSetting extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the setting as the environment does. The value is not told, it may be a secret.
   *
   * @param name the name in code, such as {@code stoa.redis.url}
   * @param fault what is wrong, to follow the name: "is not set", "must be a URI"
   */
  public WrongSetting(String name, String fault) {
    super(environmentName(name) + " " + fault + ".");
  }

  private static String environmentName(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
