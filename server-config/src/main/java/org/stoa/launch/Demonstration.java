package org.stoa.launch;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stoa.launch.demo.DemonstrationStudy;

/**
 * Loads the demonstration study into a new installation, as any client would: over the public
 * interface, signed in as the first administrator.
 */
final class Demonstration {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final String STEP = "demonstration study";

  private final Stack stack;
  private final StateDirectory state;
  private final Progress progress;

  Demonstration(Stack stack, StateDirectory state, Progress progress) {
    this.stack = stack;
    this.state = state;
    this.progress = progress;
  }

  /** Loads it unless that was done before; a failure is said, and the next start tries again. */
  void loadOnce() {
    if (Files.exists(marker())) {
      return;
    }
    try {
      new Steps(progress)
          .run(
              STEP,
              () -> {
                load();
                Files.writeString(marker(), "");
                return null;
              });
    } catch (Refusal refusal) {
      progress.say(
          "The demonstration study was not loaded (%s). Stoa runs without it; the next start tries again."
              .formatted(refusal.getMessage()));
    }
  }

  private Path marker() {
    return state.root().resolve("demonstration-loaded");
  }

  private void load() throws IOException, InterruptedException {
    RestClient client = RestClient.of(stack.address());
    client.signIn(stack.credentials());
    DemonstrationStudy study = DemonstrationStudy.study();
    String address = studyAddress(client, study);
    Path directory = Files.createTempDirectory(state.run(), "demonstration");
    try {
      List<Path> files = DemonstrationStudy.files().write(directory);
      waitFor(client, client.upload(address + "/uploads", files));
    } finally {
      FileTrees.delete(directory);
    }
  }

  /** The study of an attempt that did not come to its end, or else a new one. */
  private static String studyAddress(RestClient client, DemonstrationStudy study)
      throws IOException, InterruptedException {
    for (JsonObject known : client.list("api/v1/studies?limit=200")) {
      if (known.getString("code", "").equals(study.code())) {
        return "api/v1/studies/" + known.getString("id");
      }
    }
    return "api/v1/studies/" + client.createStudy(study.code(), study.title());
  }

  private static void waitFor(RestClient client, String job)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      JsonObject view = client.get(job);
      switch (view.getString("state")) {
        case "SUCCEEDED" -> {
          return;
        }
        case "FAILED", "CANCELLED" ->
            throw new IOException(
                "its job ended as %s: %s".formatted(view.getString("state"), view.get("error")));
        default -> TimeUnit.MILLISECONDS.sleep(500);
      }
    }
    throw new IOException("its job did not end within " + PATIENCE.toMinutes() + " minutes");
  }
}
