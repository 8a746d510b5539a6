package org.stoa.launch;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a person typed after {@code ./stoa}.
 *
 * @param command the first word
 * @param options names without their dashes; an option without a value has an empty one
 */
record Arguments(String command, Map<String, String> options) {

  private static final Set<String> WITH_VALUE = Set.of("port", "servers");

  Arguments {
    options = Map.copyOf(options);
  }

  /**
   * Reads the words.
   *
   * @param known the options of each command
   */
  static Arguments parse(List<String> words, Map<String, Set<String>> known) {
    String command = words.isEmpty() ? "help" : words.get(0);
    if (!known.containsKey(command)) {
      throw new Refusal("There is no command \"%s\": see ./stoa help.".formatted(command));
    }
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < words.size(); i++) {
      String name = name(words.get(i));
      if (!known.get(command).contains(name)) {
        throw new Refusal(
            "\"%s\" does not know %s: see ./stoa help.".formatted(command, words.get(i)));
      }
      if (!WITH_VALUE.contains(name)) {
        options.put(name, "");
      } else if (words.get(i).contains("=")) {
        options.put(name, words.get(i).substring(words.get(i).indexOf('=') + 1));
      } else if (i + 1 < words.size()) {
        options.put(name, words.get(++i));
      } else {
        throw new Refusal("--%s needs a value: see ./stoa help.".formatted(name));
      }
    }
    return new Arguments(command, options);
  }

  private static String name(String word) {
    String name = word.startsWith("--") ? word.substring(2) : word;
    int equals = name.indexOf('=');
    return equals < 0 ? name : name.substring(0, equals);
  }

  boolean has(String option) {
    return options.containsKey(option);
  }

  /** How many servers were asked for. */
  int servers() {
    String count = options.getOrDefault("servers", "1");
    if (!count.matches("[1-9]")) {
      throw new Refusal("--servers must be a number from 1 to 9, and not \"%s\".".formatted(count));
    }
    return Integer.parseInt(count);
  }

  /** The port that was asked for. */
  OptionalInt port() {
    return port(Optional.ofNullable(options.get("port")), "--port");
  }

  /** Reads a port, and names where it stands if it is none. */
  static OptionalInt port(Optional<String> text, String source) {
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    String digits = text.get().strip();
    if (!digits.matches("\\d{1,5}")
        || Integer.parseInt(digits) < 1
        || Integer.parseInt(digits) > 65_535) {
      throw new Refusal(
          "%s must be a number from 1 to 65535, and not \"%s\".".formatted(source, text.get()));
    }
    return OptionalInt.of(Integer.parseInt(digits));
  }
}
