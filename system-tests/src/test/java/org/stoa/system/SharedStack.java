package org.stoa.system;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.stoa.launch.Distribution;
import org.stoa.launch.Stack;
import org.stoa.launch.StackOptions;

/**
 * The stack of {@code ./stoa up}, started once for all suites that want it, on free ports and with
 * a state of its own. It stops with the process of the tests, however that ends.
 */
public final class SharedStack {

  /** The largest file that this stack takes, small enough to be exceeded in a test. */
  public static final long FILE_LIMIT = 64L << 20;

  private static final String EMAIL = "admin@stoa.local";
  private static final String PASSWORD = "a-password-for-tests-only";

  private static StoaUnderTest stoa;

  private SharedStack() {}

  /** The running application. */
  public static synchronized StoaUnderTest stoa() {
    if (stoa == null) {
      stoa = new StoaUnderTest(start());
      Runtime.getRuntime().addShutdownHook(new Thread(stoa::close, "stop the shared stack"));
    }
    return stoa;
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
}
