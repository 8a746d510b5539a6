package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.launch.demo.DemonstrationStudy;
import org.stoa.system.SharedStack;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** Every number of the dashboard is what plain Java counts in the same files. */
class DashboardNumbersIT {

  @TempDir private static Path folder;
  private static Table dm;
  private static Table ae;
  private static Study study;

  @BeforeAll
  static void theDemonstrationStudyIsLoaded() throws IOException {
    List<Path> files = DemonstrationStudy.files().write(folder);
    dm = Table.read(folder.resolve("dm.csv"));
    ae = Table.read(folder.resolve("ae.csv"));
    study = Study.created(SharedStack.stoa().administrator());
    study.load(files.stream().map(Upload::of).toArray(Upload[]::new));
    Dashboards.completed(study);
  }

  @Test
  void everyFileBecameADataset() {
    assertThat(study.datasets().getValuesAs((JsonObject each) -> each.getString("name")))
        .containsExactlyInAnyOrder("AE", "DM", "DS", "EX", "LB", "VS");
  }

  @Test
  void subjects() {
    assertThat(figure("subjects")).isEqualTo(dm.distinct("USUBJID"));
  }

  @Test
  void sites() {
    assertThat(figure("sites")).isEqualTo(dm.distinct("SITEID"));
  }

  @Test
  void adverseEvents() {
    assertThat(figure("adverse-events")).isEqualTo(ae.rows().size());
  }

  @Test
  void seriousAdverseEvents() {
    assertThat(figure("serious-adverse-events")).isEqualTo(ae.count("AESER", "Y")).isPositive();
  }

  @Test
  void eventsBySeverityAndArm() {
    Map<String, String> arms = dm.lookup("USUBJID", "ARM");
    assertThat(counts("events-by-severity-and-arm", 2, 2))
        .isEqualTo(ae.countedBy(row -> row.get("AESEV") + " | " + arms.get(row.get("USUBJID"))));
  }

  @Test
  void eventsByOrganClass() {
    assertThat(counts("events-by-organ-class", 1, 1))
        .isEqualTo(ae.countedBy(row -> row.get("AEBODSYS")));
  }

  @Test
  void enrolmentOverTime() {
    Map<String, Long> growth = new TreeMap<>();
    long sum = 0;
    for (Map.Entry<String, Long> month :
        dm.countedBy(row -> row.get("RFICDTC").substring(0, 7)).entrySet()) {
      sum += month.getValue();
      growth.put(month.getKey(), sum);
    }
    assertThat(counts("enrolment-over-time", 1, 2)).containsAllEntriesOf(growth);
  }

  @Test
  void theRowsBehindAFigureAreAsManyAsItSays() {
    JsonObject severe = Queries.count("AESEV = 'SEVERE'");
    assertThat(study.query("AE", severe)).hasToString("[[" + ae.count("AESEV", "SEVERE") + "]]");
  }

  private static long figure(String widget) {
    return ((JsonNumber) Dashboards.data(study, widget).get("value")).longValueExact();
  }

  /** The value at a place of each row, by what stands in the first columns. */
  private static Map<String, Long> counts(String widget, int dimensions, int place) {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonArray row :
        Dashboards.data(study, widget).getJsonArray("rows").getValuesAs(JsonArray.class)) {
      String key =
          String.join(
              " | ", row.subList(0, dimensions).stream().map(DashboardNumbersIT::text).toList());
      counts.put(key, row.getJsonNumber(place).longValueExact());
    }
    return counts;
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }
}
