package org.stoa.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.stoa.launch.Distribution;
import org.stoa.launch.Stack;
import org.stoa.launch.StackOptions;
import org.stoa.system.SaidAloud;
import org.stoa.system.StoaUnderTest;
import org.stoa.system.Study;

/**
 * The data path in the running server: how fast files become versions that can be asked, how fast
 * questions are answered, and how fast versions become files. What is compared with PostgreSQL
 * takes turns with it. One run warms each course up; of those after it the median counts.
 */
final class Data implements Benchmark {

  private static final int ROWS = Integer.getInteger("stoa.bench.rows", 1_000_000);
  private static final int MANY_ROWS = Integer.getInteger("stoa.bench.many.rows", 10_000_000);
  private static final int TURNS = 3;
  private static final int CONNECTIONS = 16;
  private static final int TIMES = 200;

  @Override
  public String name() {
    return "data";
  }

  @Override
  public String about() {
    return "the data path: loads of CSV and XPORT, kept answers, a query of ten million rows, exports";
  }

  @Override
  public void measure(Path work, Consumer<JsonObject> line) throws Exception {
    Files.createDirectories(work);
    StackOptions options = StackOptions.of(Distribution.around(work), work.resolve("stoa"));
    SaidAloud progress = new SaidAloud(System.err);
    try (StoaUnderTest stoa = new StoaUnderTest(Stack.start(options, progress))) {
      Courses courses = new Courses(stoa.administrator());
      Postgres postgres = new Postgres(stoa.stack().environment());
      Path csv = LaboratoryFile.write(work.resolve("lb.csv"), ROWS);
      line.accept(loadCsv(courses, postgres, csv));
      line.accept(loadXpt(courses, LaboratoryXpt.write(work.resolve("lb.xpt"), ROWS)));
      HeapWatch heap = HeapWatch.of(stoa.stack().server().pid(), work.resolve("gc.log"));
      Study study = courses.loaded(csv);
      line.accept(cachedQuery(courses, study));
      for (String format : new String[] {"csv", "xlsx"}) {
        line.accept(export(courses, heap, study, format));
      }
      Files.delete(csv);
      Path many = LaboratoryFile.write(work.resolve("lb.csv"), MANY_ROWS);
      line.accept(groupBy(courses, postgres, many));
      Files.delete(many);
    }
  }

  private static JsonObject loadCsv(Courses courses, Postgres postgres, Path csv) throws Exception {
    courses.load(csv);
    postgres.copy(csv);
    double[] loads = new double[TURNS];
    double[] copies = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      loads[turn] = courses.load(csv);
      copies[turn] = postgres.copy(csv);
    }
    return Json.createObjectBuilder()
        .add("bench", "data.load_csv")
        .add("ratio_to_copy", hundredths(median(copies) / median(loads)))
        .add("rows_per_s", Math.round(ROWS / median(loads)))
        .add("copy_rows_per_s", Math.round(ROWS / median(copies)))
        .add("rows", ROWS)
        .add("runs_s", Json.createArrayBuilder(Arrays.stream(loads).boxed().toList()))
        .build();
  }

  private static JsonObject loadXpt(Courses courses, Path xpt) {
    courses.load(xpt);
    double[] loads = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      loads[turn] = courses.load(xpt);
    }
    return Json.createObjectBuilder()
        .add("bench", "data.load_xpt")
        .add("rows_per_s", Math.round(ROWS / median(loads)))
        .add("rows", ROWS)
        .add("runs_s", Json.createArrayBuilder(Arrays.stream(loads).boxed().toList()))
        .build();
  }

  private static JsonObject cachedQuery(Courses courses, Study study) throws Exception {
    courses.cachedQuery(study, CONNECTIONS, TIMES);
    double[] ascending = courses.cachedQuery(study, CONNECTIONS, TIMES);
    return Json.createObjectBuilder()
        .add("bench", "data.cached_query")
        .add("p99_ms", hundredths(ascending[(int) Math.ceil(0.99 * ascending.length) - 1]))
        .add("p50_ms", hundredths(median(ascending)))
        .add("connections", CONNECTIONS)
        .add("times", ascending.length)
        .build();
  }

  private static JsonObject export(Courses courses, HeapWatch heap, Study study, String format)
      throws Exception {
    courses.export(study, format);
    double[] runs = new double[TURNS];
    long before = heap.begin();
    for (int turn = 0; turn < TURNS; turn++) {
      runs[turn] = courses.export(study, format);
    }
    return Json.createObjectBuilder()
        .add("bench", "data.export_" + format)
        .add("seconds", hundredths(median(runs)))
        .add("extra_heap_mb", Math.max(0, heap.most() - before))
        .add("rows", ROWS)
        .add("runs_s", Json.createArrayBuilder(Arrays.stream(runs).boxed().toList()))
        .build();
  }

  private static JsonObject groupBy(Courses courses, Postgres postgres, Path csv) throws Exception {
    Study study = courses.loaded(csv);
    postgres.copy(csv);
    courses.groupBy(study, TURNS);
    double[] ours = new double[TURNS];
    double[] theirs = new double[TURNS];
    for (int turn = 0; turn < TURNS; turn++) {
      ours[turn] = courses.groupBy(study, turn);
      theirs[turn] = postgres.groupBy(turn);
    }
    return Json.createObjectBuilder()
        .add("bench", "data.group_by")
        .add("ratio_to_postgres", hundredths(median(theirs) / median(ours)))
        .add("seconds", hundredths(median(ours)))
        .add("postgres_seconds", hundredths(median(theirs)))
        .add("rows", MANY_ROWS)
        .add("groups", LaboratoryFile.SITES)
        .build();
  }

  private static double median(double[] runs) {
    double[] ascending = runs.clone();
    Arrays.sort(ascending);
    return ascending[ascending.length / 2];
  }

  private static double hundredths(double number) {
    return Math.round(number * 100) / 100.0;
  }
}
