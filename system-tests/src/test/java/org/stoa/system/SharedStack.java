package org.stoa.system;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.stoa.launch.Distribution;
import org.stoa.launch.Stack;
import org.stoa.launch.StackOptions;

/**
 * Starts the stack of {@code ./stoa up} once for all suites, on free ports and with a state of its
 * own, and stops it after the last one.
 */
public final class SharedStack implements BeforeAllCallback {

  /** The largest file that this stack takes, small enough to be exceeded in a test. */
  public static final long FILE_LIMIT = 64L << 20;

  private static final String EMAIL = "admin@stoa.local";
  private static final String PASSWORD = "a-password-for-tests-only";

  private static StoaUnderTest stoa;

  /** The running application. */
  public static synchronized StoaUnderTest stoa() {
    if (stoa == null) {
      stoa = new StoaUnderTest(start());
    }
    return stoa;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedStack.class))
        .getOrComputeIfAbsent(Closing.class, key -> new Closing());
    stoa();
  }

  private static Stack start() {
    Path target = Path.of("target").toAbsolutePath();
    Map<String, String> settings = new HashMap<>();
    settings.put("STOA_ADMIN_EMAIL", EMAIL);
    settings.put("STOA_ADMIN_PASSWORD", PASSWORD);
    settings.put("STOA_TOKEN_MINUTES", "60");
    settings.put("STOA_FILES_MAX_BYTES", Long.toString(FILE_LIMIT));
    StackOptions options =
        StackOptions.of(Distribution.around(target), target.resolve("stoa"))
            .withEnvironment(settings);
    return Stack.start(options, new SaidAloud(System.out));
  }

  /** Stops the stack when the last test has run. */
  private static final class Closing implements AutoCloseable {

    @Override
    public void close() {
      stoa().close();
    }
  }
}
