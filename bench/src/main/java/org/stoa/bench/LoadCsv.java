package org.stoa.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stoa.launch.Distribution;
import org.stoa.launch.Stack;
import org.stoa.launch.StackOptions;
import org.stoa.system.SaidAloud;
import org.stoa.system.StoaUnderTest;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/**
 * From the first byte of an upload to the version that can be queried: a CSV of 1,000,000 rows and
 * 12 columns, by REST, on a stack of its own. One small load warms the server up; of three large
 * ones the median counts.
 */
final class LoadCsv implements Benchmark {

  private static final int ROWS = 1_000_000;
  private static final int WARM_UP_ROWS = 20_000;
  private static final int RUNS = 3;

  @Override
  public String name() {
    return "data.load_csv";
  }

  @Override
  public String about() {
    return "upload and load a CSV of 1,000,000 rows and 12 columns";
  }

  @Override
  public void measure(Path work, Consumer<JsonObject> line) throws IOException {
    Files.createDirectories(work);
    Path file = LaboratoryFile.write(work.resolve("lb.csv"), ROWS);
    Path small = LaboratoryFile.write(work.resolve("warm-up.csv"), WARM_UP_ROWS);
    StackOptions options = StackOptions.of(Distribution.around(work), work.resolve("stoa"));
    SaidAloud progress = new SaidAloud(System.err);
    try (StoaUnderTest stoa = new StoaUnderTest(Stack.start(options, progress))) {
      load(stoa, small, WARM_UP_ROWS);
      List<Double> seconds = new ArrayList<>();
      for (int run = 0; run < RUNS; run++) {
        seconds.add(load(stoa, file, ROWS));
      }
      line.accept(figures(seconds, Files.size(file)));
    }
  }

  private static double load(StoaUnderTest stoa, Path file, int rows) {
    Study study = Study.created(stoa.administrator());
    long start = System.nanoTime();
    JsonObject job = study.load(Upload.of(file));
    double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1_000.0;
    int loaded =
        job.getJsonObject("result").getJsonArray("datasets").getJsonObject(0).getInt("rows");
    if (loaded != rows) {
      throw new IllegalStateException("loaded " + loaded + " of " + rows + " rows");
    }
    return seconds;
  }

  private JsonObject figures(List<Double> seconds, long bytes) {
    double median = seconds.stream().sorted().toList().get(RUNS / 2);
    return Json.createObjectBuilder()
        .add("bench", name())
        .add("rows", ROWS)
        .add("columns", LaboratoryFile.COLUMNS)
        .add("bytes", bytes)
        .add("runs_s", Json.createArrayBuilder(seconds))
        .add("seconds", median)
        .add("rows_per_s", Math.round(ROWS / median))
        .build();
  }
}
