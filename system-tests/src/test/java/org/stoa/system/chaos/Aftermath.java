package org.stoa.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** What came of the messages and of the runs of a schedule, from the tables of the application. */
record Aftermath(Records records, UUID schedule, String prefix) {

  private static final String MESSAGES =
      """
      SELECT work_inbound.key FROM work_inbound
        JOIN work_archive job ON job.id = job_id AND job.state = 'SUCCEEDED'
      WHERE work_inbound.state = 'ACCEPTED' AND starts_with(work_inbound.key, ?)
      """;

  private static final String RUNS =
      """
      SELECT instant, job.finished_at FROM work_firing
        LEFT JOIN work_archive job ON job.id = job_id AND job.state = 'SUCCEEDED'
      WHERE schedule_id = ? ORDER BY instant
      """;

  private record Run(Instant at, Instant done) {

    Duration delay() {
      return Duration.between(at, done);
    }
  }

  /** Each message became one job that succeeded, and each second had one run that succeeded. */
  void check(List<String> sent, int seconds) throws SQLException {
    List<String> done = records.read(MESSAGES, row -> row.getString(1), prefix);
    assertThat(done).as("messages that became a job twice").doesNotHaveDuplicates();
    assertThat(done).as("messages that were lost").containsAll(sent);
    assertThat(sent).isNotEmpty();
    List<Run> runs = runs();
    assertThat(runs).hasSize(seconds);
    for (int i = 0; i < runs.size(); i++) {
      assertThat(runs.get(i).at()).isEqualTo(runs.get(0).at().plusSeconds(i));
      assertThat(runs.get(i).done()).as("run of %s", runs.get(i).at()).isNotNull();
    }
  }

  private List<Run> runs() throws SQLException {
    return records.read(
        RUNS,
        row ->
            new Run(
                instant(row.getObject(1, OffsetDateTime.class)),
                instant(row.getObject(2, OffsetDateTime.class))),
        schedule);
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** Adds how long after their time the runs were done, in seconds. */
  JsonObjectBuilder addTo(JsonObjectBuilder line) throws SQLException {
    List<Duration> delays =
        runs().stream().filter(run -> run.done() != null).map(Run::delay).sorted().toList();
    TreeMap<Long, Integer> bySecond = new TreeMap<>();
    delays.forEach(delay -> bySecond.merge(delay.toSeconds(), 1, Integer::sum));
    JsonObjectBuilder histogram = Json.createObjectBuilder();
    bySecond.forEach((second, count) -> histogram.add(Long.toString(second), count));
    return line.add("runs", delays.size())
        .add("p50_s", within(delays, 0.5))
        .add("p99_s", within(delays, 0.99))
        .add("max_s", within(delays, 1))
        .add("histogram", histogram);
  }

  private static double within(List<Duration> ascending, double share) {
    return ascending.isEmpty()
        ? 0
        : ascending.get((int) Math.ceil(ascending.size() * share) - 1).toMillis() / 1000.0;
  }
}
