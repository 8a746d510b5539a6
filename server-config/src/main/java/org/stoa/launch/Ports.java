package org.stoa.launch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** The ports of one stack. They are chosen once and kept, as long as nobody else takes them. */
record Ports(Map<Port, Integer> numbers) {

  Ports {
    numbers = Map.copyOf(numbers);
  }

  int of(Port port) {
    return numbers.get(port);
  }

  /**
   * Chooses ports: the ones kept in the file or else the usual ones where they are free, and any
   * free ones otherwise.
   *
   * @param fixed ports that must be as given; one in use is refused
   * @param usual whether to try the usual numbers
   */
  static Ports choose(Path file, Map<Port, Integer> fixed, boolean usual) {
    Map<Port, Integer> kept = read(file);
    Map<Port, Integer> chosen = new EnumMap<>(Port.class);
    fixed.forEach((port, number) -> chosen.put(port, required(number)));
    for (Port port : Port.values()) {
      if (!chosen.containsKey(port)) {
        IntPredicate usable = number -> !chosen.containsValue(number) && isFree(number);
        chosen.put(port, choose(kept.get(port), usual ? port.usual() : null, usable));
      }
    }
    write(file, chosen);
    return new Ports(chosen);
  }

  private static int choose(Integer kept, Integer usual, IntPredicate usable) {
    if (kept != null && usable.test(kept)) {
      return kept;
    }
    return usual != null && usable.test(usual) ? usual : anyFree();
  }

  private static int required(int number) {
    if (!isFree(number)) {
      throw new Refusal(
          "Port %d is in use: stop the program that uses it, or choose another with --port %d."
              .formatted(number, freeAfter(number)));
    }
    return number;
  }

  private static int freeAfter(int number) {
    for (int next = number + 1; next < number + 100 && next < 65_536; next++) {
      if (isFree(next)) {
        return next;
      }
    }
    return anyFree();
  }

  static boolean isFree(int number) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(number));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static int anyFree() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port that was chosen last, if one was. */
  static Optional<Integer> kept(Path file, Port port) {
    return Optional.ofNullable(read(file).get(port));
  }

  private static Map<Port, Integer> read(Path file) {
    Map<Port, Integer> kept = new EnumMap<>(Port.class);
    if (Files.exists(file)) {
      try {
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        for (Port port : Port.values()) {
          String number = properties.getProperty(port.name().toLowerCase(Locale.ROOT));
          if (number != null && number.matches("\\d{1,5}")) {
            kept.put(port, Integer.parseInt(number));
          }
        }
      } catch (IOException e) {
        throw new Refusal("Cannot read " + file + ": give this user the file.", e);
      }
    }
    return kept;
  }

  private static void write(Path file, Map<Port, Integer> chosen) {
    StateDirectory.writePrivately(
        file,
        chosen.entrySet().stream()
            .map(
                entry ->
                    entry.getKey().name().toLowerCase(Locale.ROOT) + "=" + entry.getValue() + "\n")
            .collect(Collectors.joining()));
  }
}
