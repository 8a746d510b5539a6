package org.stoa.launch;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** A line of the server's log as a person reads it. */
final class LogRecordLine {

  private LogRecordLine() {}

  /** Time, level, logger and message, and below them what was thrown; other lines as they are. */
  static String forPeople(String line) {
    if (!line.startsWith("{")) {
      return line;
    }
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      JsonObject entry = reader.readObject();
      return "%s %-7s %s: %s%s"
          .formatted(
              entry.getString("Timestamp", ""),
              entry.getString("Level", ""),
              entry.getString("LoggerName", ""),
              entry.getString("LogMessage", ""),
              thrown(entry));
    } catch (JsonException e) {
      return line;
    }
  }

  private static String thrown(JsonObject entry) {
    if (!entry.containsKey("Throwable")) {
      return "";
    }
    JsonObject thrown = entry.getJsonObject("Throwable");
    return thrown.getString("Exception", "") + "\n" + thrown.getString("StackTrace", "");
  }
}
