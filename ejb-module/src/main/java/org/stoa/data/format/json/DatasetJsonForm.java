package org.stoa.data.format.json;

/** How Dataset-JSON 1.1 is written. */
public enum DatasetJsonForm {
  /** As one object ({@code .json}). */
  JSON,
  /** By lines ({@code .ndjson}): first what describes the dataset, then each row. */
  NDJSON,
  /** By lines and compressed ({@code .dsjc}). */
  DSJC
}
