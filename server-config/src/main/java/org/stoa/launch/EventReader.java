package org.stoa.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the events that are appended to the launcher's log. */
record EventReader(LineReader lines) {

  /** Reads what is written from now on. */
  static EventReader atEndOf(Path log) throws IOException {
    return new EventReader(LineReader.atEndOf(log));
  }

  /** The events since the last call. */
  List<Event> next() {
    return lines.next().stream().map(Event::parse).flatMap(Optional::stream).toList();
  }
}
