package org.stoa.data.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.stoa.shared.RoomSettings;
import org.stoa.shared.Settings;

/**
 * Settings of the room: {@code STOA_HOME} (versions lie in its {@code data}), {@code
 * STOA_DATA_MEMORY} (what analytics may take together, such as {@code 2GB}), {@code
 * STOA_DATA_THREADS} (how many processors), {@code STOA_DATA_QUERY_SECONDS} (when a query is
 * stopped).
 */
@Singleton
public class DataSettings implements RoomSettings {

  private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]{0,5}(MB|GB)");

  private final Path home;
  private final String memory;
  private final int threads;
  private final int querySeconds;

  /** Reads and checks. */
  @Inject
  public DataSettings(Settings settings) {
    home = settings.required("stoa.home", DataSettings::directory);
    memory = settings.optional("stoa.data.memory", "2GB", DataSettings::memory);
    int processors = Runtime.getRuntime().availableProcessors();
    threads = (int) settings.number("stoa.data.threads", processors, 1, 1024);
    querySeconds = (int) settings.number("stoa.data.query.seconds", 60, 1, 86_400);
  }

  /** Where versions, and what is about to become one, lie. */
  public Path versions() {
    return home.resolve("data");
  }

  /** Where the bytes lie that people gave. */
  public Path sources() {
    return home.resolve("files");
  }

  /** What all statements together may take, as DuckDB writes it. */
  public String memory() {
    return memory;
  }

  /** How many threads work on statements. */
  public int threads() {
    return threads;
  }

  /** After how many seconds a query is stopped. */
  public int querySeconds() {
    return querySeconds;
  }

  private static Path directory(String text) {
    try {
      return Path.of(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException("must be the path of a directory", e);
    }
  }

  private static String memory(String text) {
    if (!MEMORY.matcher(text).matches()) {
      throw new IllegalArgumentException("must be a size such as 512MB or 2GB");
    }
    return text;
  }
}
