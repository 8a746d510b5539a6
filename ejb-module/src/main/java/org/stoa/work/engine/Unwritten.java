package org.stoa.work.engine;

import java.util.List;
import org.stoa.work.JobProgress;
import org.stoa.work.domain.LogEntry;

/**
 * What a handler told and nobody has written yet.
 *
 * @param progress the last progress, null when there is none that is new
 * @param lines new lines for the log
 */
record Unwritten(JobProgress progress, List<LogEntry> lines) {

  boolean isEmpty() {
    return progress == null && lines.isEmpty();
  }
}
