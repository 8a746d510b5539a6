package org.stoa.bench;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import org.stoa.system.Api;
import org.stoa.system.Study;
import org.stoa.system.Upload;

/** What a client of the API does with data, timed in seconds. */
final class Courses {

  private static final int PART = 1 << 16;

  private final Api api;

  Courses(Api api) {
    this.api = api;
  }

  /** From the first byte of an upload to the version that can be asked. */
  double load(Path file) {
    Study study = Study.created(api);
    long start = System.nanoTime();
    study.load(Upload.of(file));
    return since(start);
  }

  /** A study with the file. */
  Study loaded(Path file) {
    Study study = Study.created(api);
    study.load(Upload.of(file));
    return study;
  }

  /** A whole version as a file, thrown away as it comes. */
  double export(Study study, String format) throws IOException {
    String address =
        "/api/v1/datasets/%s/versions/1/files/%s"
            .formatted(study.dataset("LB").getString("id"), format);
    long start = System.nanoTime();
    try (InputStream in = api.stream(address)) {
      byte[] part = new byte[PART];
      while (in.read(part) >= 0) {
        // What counts is that it came.
      }
    }
    return since(start);
  }

  /**
   * The same question again and again over some connections at once; milliseconds of each time,
   * ascending.
   */
  double[] cachedQuery(Study study, int connections, int times)
      throws InterruptedException, ExecutionException {
    String address = "/api/v1/datasets/" + study.dataset("LB").getString("id") + "/query";
    JsonObject query = groups(0);
    api.post(address, query).expect(200);
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<double[]>> asked = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        asked.add(threads.submit(() -> ask(address, query, times)));
      }
      DoubleStream.Builder all = DoubleStream.builder();
      for (Future<double[]> one : asked) {
        Arrays.stream(one.get()).forEach(all);
      }
      return all.build().sorted().toArray();
    } finally {
      threads.shutdownNow();
    }
  }

  private double[] ask(String address, JsonObject query, int times) {
    double[] milliseconds = new double[times];
    for (int i = 0; i < times; i++) {
      long start = System.nanoTime();
      api.post(address, query).expect(200);
      milliseconds[i] = since(start) * 1_000;
    }
    return milliseconds;
  }

  /** Mean, median and count of subjects by site. The turn makes each question another one. */
  double groupBy(Study study, int turn) {
    long start = System.nanoTime();
    JsonArray rows = study.query("LB", groups(turn));
    double seconds = since(start);
    if (rows.size() != LaboratoryFile.SITES) {
      throw new IllegalStateException("groups: " + rows.size());
    }
    return seconds;
  }

  private static JsonObject groups(int turn) {
    return Json.createObjectBuilder()
        .add("dimensions", Json.createArrayBuilder().add("SITEID"))
        .add(
            "measures",
            Json.createArrayBuilder()
                .add(measure("avg", "LBSTRESN"))
                .add(measure("median", "LBSTRESN"))
                .add(measure("distinct", "USUBJID")))
        .add("filter", "LBSEQ > " + -turn)
        .build();
  }

  private static JsonObject measure(String op, String column) {
    return Json.createObjectBuilder().add("op", op).add("column", column).build();
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
