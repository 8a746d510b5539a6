package org.stoa.work.store;

import jakarta.json.JsonString;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stoa.shared.JsonText;
import org.stoa.work.JobError;
import org.stoa.work.JobProgress;
import org.stoa.work.domain.DatabaseText;

/** Carries values to columns and back. */
final class Columns {

  private Columns() {}

  static void bind(Connection connection, PreparedStatement statement, int at, Object value)
      throws SQLException {
    if (value instanceof Instant instant) {
      statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
    } else if (value instanceof String text) {
      statement.setString(at, DatabaseText.of(text));
    } else if (value instanceof Collection<?> many) {
      statement.setArray(at, connection.createArrayOf(typeOf(many), many.toArray()));
    } else {
      statement.setObject(at, value);
    }
  }

  private static String typeOf(Collection<?> many) {
    return many.isEmpty() || many.stream().anyMatch(Long.class::isInstance) ? "bigint" : "text";
  }

  /** Ids for a placeholder that is cast to text and on to uuid. */
  static List<String> texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toList();
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static JobProgress progress(ResultSet row) throws SQLException {
    Long done = row.getObject("progress_done", Long.class);
    return done == null
        ? null
        : new JobProgress(
            done, row.getObject("progress_total", Long.class), row.getString("progress_text"));
  }

  static String json(JobError error) {
    return error == null ? null : JsonText.of(error);
  }

  static JobError error(String json) {
    if (json == null) {
      return null;
    }
    Map<String, Object> members = new LinkedHashMap<>(JsonText.tree(json).asJsonObject());
    return new JobError(
        text(members.remove("type")),
        text(members.remove("title")),
        text(members.remove("detail")),
        members);
  }

  private static String text(Object value) {
    return value instanceof JsonString string ? string.getString() : null;
  }
}
