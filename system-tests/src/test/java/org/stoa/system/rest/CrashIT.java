package org.stoa.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.system.Answer;
import org.stoa.system.SharedStack;
import org.stoa.system.StoaUnderTest;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** The server dies in the middle of a load, as in a power cut, and comes back. */
class CrashIT {

  private static final int ROWS = 1_200_000;

  @Test
  void aLoadThatWasCutOffIsFinishedOnce(@TempDir Path folder) throws IOException {
    StoaUnderTest stoa = SharedStack.stoa();
    Study study = Study.created(stoa.administrator());
    study.load(Upload.of("dm.csv", "USUBJID,AGE\nH-001,34\n"));
    Answer accepted = study.send(List.of(Upload.of(large(folder.resolve("lb.csv"))))).expect(202);
    String job = URI.create(accepted.header("Location")).getPath();

    awaitRunning(study, job);
    stoa.killAndRestart();

    JsonObject ended = study.api().ended(job);
    assertThat(ended.getString("state")).as(ended.toString()).isEqualTo("SUCCEEDED");
    assertThat(ended.getInt("attempt")).isGreaterThan(1);
    String dataset = "/api/v1/datasets/" + study.dataset("LB").getString("id");
    assertThat(study.api().get(dataset + "/versions").expect(200).array()).hasSize(1);
    assertThat(study.query("LB", Queries.count(null))).hasToString("[[" + ROWS + "]]");
    assertThat(study.query("DM", Queries.count(null))).hasToString("[[1]]");
  }

  private static void awaitRunning(Study study, String job) {
    String state =
        Awaitility.await("the start of " + job)
            .atMost(Duration.ofMinutes(1))
            .pollInterval(Duration.ofMillis(20))
            .until(
                () -> study.api().get(job).expect(200).object().getString("state"),
                now -> !now.equals("QUEUED"));
    assertThat(state)
        .as("the load must still be under way when the server dies")
        .isEqualTo("RUNNING");
  }

  private static Path large(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("USUBJID,LBSEQ,LBTESTCD,LBSTRESN,LBDTC\n");
      for (int row = 0; row < ROWS; row++) {
        out.write(
            "S-%06d,%d,GLUC,%d.%d,2024-03-%02d\n"
                .formatted(row / 40, row % 40, row % 97, row % 10, 1 + row % 28));
      }
    }
    return file;
  }
}
