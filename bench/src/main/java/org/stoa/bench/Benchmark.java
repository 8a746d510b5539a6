package org.stoa.bench;

import jakarta.json.JsonObject;
import java.nio.file.Path;

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
   * @return the figures, to be printed as one line
   */
  JsonObject measure(Path work) throws Exception;
}
