package org.stoa.launch;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/** Where the details of what nobody expected are written, so that the person reads a sentence. */
record IncidentLog(Path file) {

  static IncidentLog of(StateDirectory state) {
    return new IncidentLog(state.logs().resolve("incidents.log"));
  }

  /** Writes the details down and returns the sentence for the person. */
  String record(Throwable failure) {
    StringWriter details = new StringWriter();
    failure.printStackTrace(new PrintWriter(details));
    String sentence = "Something unexpected happened: " + failure;
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          Instant.now() + " " + details,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return sentence + " (details in " + file + ").";
    } catch (IOException e) {
      return sentence + " (and its details could not be written to " + file + ": " + e + ").";
    }
  }
}
