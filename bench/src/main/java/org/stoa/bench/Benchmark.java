package org.stoa.bench;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Something that can be measured. */
public interface Benchmark {

  /** Its name on the command line: room, dot, act. */
  String name();

  /** What it measures, in a sentence. */
  String about();

  /**
   * Measures.
   *
   * @param work a directory for state and files
   * @param line takes the figures, each object to be printed as one line
   */
  void measure(Path work, Consumer<JsonObject> line) throws Exception;
}
