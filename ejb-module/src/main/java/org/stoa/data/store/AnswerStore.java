package org.stoa.data.store;

import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.stoa.data.ColumnType;
import org.stoa.data.QueryResult;
import org.stoa.data.ResultColumn;
import org.stoa.shared.JsonText;
import redis.clients.jedis.JedisPooled;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.params.GetExParams;

/**
 * Keeps answers in Redis. What a question is asked of never changes, so an answer never does; it
 * goes when nobody asked for a day. Without Redis nothing is found and nothing kept.
 */
public class AnswerStore {

  private static final Logger LOG = System.getLogger(AnswerStore.class.getName());

  /** The number changes when the same question is to be answered otherwise. */
  private static final String PREFIX = "stoa:data:answer:1:";

  private static final long KEPT_SECONDS = Duration.ofDays(1).toSeconds();
  private static final int LARGEST = 1 << 20;

  private final JedisPooled redis;

  /** Over the connections to the cache. */
  @Inject
  public AnswerStore(JedisPooled redis) {
    this.redis = redis;
  }

  /**
   * The answer to a question.
   *
   * @param question what tells the question and all that it is asked of from all others
   * @param version the number of the version that the answer will name
   */
  public Optional<QueryResult> find(String question, int version) {
    try {
      String json = redis.getEx(PREFIX + question, kept());
      return Optional.ofNullable(json)
          .map(text -> read(JsonText.tree(text).asJsonObject(), version));
    } catch (JedisException e) {
      LOG.log(Level.WARNING, "No answer could be looked up: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Keeps an answer unless it is very long. */
  public void keep(String question, QueryResult answer) {
    String json = JsonText.of(answer);
    if (json.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
      return;
    }
    try {
      redis.setex(PREFIX + question, KEPT_SECONDS, json);
    } catch (JedisException e) {
      LOG.log(Level.WARNING, "An answer could not be kept: {0}", e.getMessage());
    }
  }

  private static GetExParams kept() {
    return GetExParams.getExParams().ex(KEPT_SECONDS);
  }

  private static QueryResult read(JsonObject json, int version) {
    List<ResultColumn> columns = new ArrayList<>();
    for (JsonObject column : json.getJsonArray("columns").getValuesAs(JsonObject.class)) {
      columns.add(
          new ResultColumn(column.getString("name"), ColumnType.valueOf(column.getString("type"))));
    }
    List<List<Object>> rows = new ArrayList<>();
    for (JsonArray row : json.getJsonArray("rows").getValuesAs(JsonArray.class)) {
      rows.add(row(row, columns));
    }
    return new QueryResult(columns, rows, version, json.getBoolean("truncated"));
  }

  private static List<Object> row(JsonArray json, List<ResultColumn> columns) {
    List<Object> row = new ArrayList<>(json.size());
    for (JsonValue value : json) {
      row.add(JsonCells.value(value, columns.get(row.size()).type()));
    }
    return Collections.unmodifiableList(row);
  }
}
