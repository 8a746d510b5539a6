package org.stoa.bench;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.stoa.launch.Distribution;
import org.stoa.launch.Stack;
import org.stoa.launch.StackOptions;
import org.stoa.system.Answer;
import org.stoa.system.Api;
import org.stoa.system.SaidAloud;
import org.stoa.system.StoaUnderTest;

/**
 * The work engine in the running server: how fast it takes jobs, how fast it does them, and how
 * soon it begins one. Each course is run at full length to warm up, for the server compiles what is
 * used; of three runs after that the median counts. Two courses that are compared take turns.
 */
final class Work implements Benchmark {

  private static final int JOBS = 20_000;
  private static final int WARM_UPS = 3;
  private static final int RUNS = 3;

  /** What takes turns is compared more often, for a machine does not stay as fast as it was. */
  private static final int TURNS = 7;

  private static final int PASSED = 200_000;
  private static final int WAITING = 100_000;
  private static final int ARCHIVED = Integer.getInteger("stoa.bench.archived", 10_000_000);
  private static final int PAGES = 200;

  /**
   * A course may take minutes; a connection of HTTP/2 on which nothing is said is closed before.
   */
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public String name() {
    return "work";
  }

  @Override
  public String about() {
    return "the work engine: drain (also deep and beside an old transaction), end to end,"
        + " submission, transactions, latency, list";
  }

  @Override
  public void measure(Path work, Consumer<JsonObject> line) throws Exception {
    Distribution distribution = Distribution.around(work);
    Path classes = Path.of(Work.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path ear =
        new MeasuredApplication(classes)
            .write(distribution.ear(), work.resolve("measured").resolve("stoa.ear"));
    StackOptions options = StackOptions.of(distribution, work.resolve("stoa")).withEar(ear);
    SaidAloud progress = new SaidAloud(System.err);
    try (StoaUnderTest stoa = new StoaUnderTest(Stack.start(options, progress))) {
      URI door = stoa.base().resolve("bench/course");
      line.accept(perSecond(door, "drain", ""));
      line.accept(perSecond(door, "end_to_end", "&threads=16"));
      line.accept(submitBulk(door));
      line.accept(perSecond(door, "transactional", ""));
      line.accept(latency(door));
      line.accept(held(door));
      line.accept(deep(door));
      line.accept(jobList(stoa.administrator()));
    }
  }

  private JsonObject perSecond(URI door, String course, String more)
      throws IOException, InterruptedException {
    runs(WARM_UPS, door, course, more);
    double[] runs = runs(RUNS, door, course, more);
    return Json.createObjectBuilder()
        .add("bench", "work." + course)
        .add("jobs_per_s", rate(runs))
        .add("jobs", JOBS)
        .add("runs_s", Json.createArrayBuilder(Arrays.stream(runs).boxed().toList()))
        .build();
  }

  /** How fast jobs are taken, by itself and while they are done. */
  private JsonObject submitBulk(URI door) throws IOException, InterruptedException {
    String transaction = "&transaction=500";
    JsonObject alone = perSecond(door, "submit_bulk_paused", transaction);
    JsonObject meanwhile = perSecond(door, "submit_bulk", transaction);
    return Json.createObjectBuilder(alone)
        .add("bench", "work.submit_bulk")
        .add("while_they_run", meanwhile.getJsonNumber("jobs_per_s"))
        .build();
  }

  private double[] runs(int count, URI door, String course, String more)
      throws IOException, InterruptedException {
    double[] runs = new double[count];
    for (int run = 0; run < count; run++) {
      runs[run] = seconds(door, course, more);
    }
    return runs;
  }

  private double seconds(URI door, String course, String more)
      throws IOException, InterruptedException {
    return run(door, "name=" + course + "&jobs=" + JOBS + more)
        .getJsonNumber("seconds")
        .doubleValue();
  }

  private static long rate(double[] runs) {
    double[] ascending = runs.clone();
    Arrays.sort(ascending);
    return Math.round(JOBS / ascending[ascending.length / 2]);
  }

  /** A drain beside an old transaction and one without take turns. */
  private JsonObject held(URI door) throws IOException, InterruptedException {
    double[] easy = new double[TURNS];
    double[] hard = new double[TURNS];
    for (int run = 0; run < TURNS; run++) {
      easy[run] = seconds(door, "drain", "");
      hard[run] = seconds(door, "drain_held", "&before=" + PASSED);
    }
    return compared("drain_held", hard, easy).add("passed", PASSED).build();
  }

  /** A drain before and one after much history and a long waiting line were put in place. */
  private JsonObject deep(URI door) throws IOException, InterruptedException {
    double[] easy = runs(RUNS, door, "drain", "");
    run(door, "name=fill&jobs=" + WAITING + "&archived=" + ARCHIVED);
    double[] hard = runs(RUNS, door, "drain", "");
    return compared("drain_deep", hard, easy)
        .add("archived", ARCHIVED)
        .add("waiting", WAITING)
        .build();
  }

  private static JsonObjectBuilder compared(String course, double[] hard, double[] easy) {
    double ratio = (double) rate(hard) / rate(easy);
    return Json.createObjectBuilder()
        .add("bench", "work." + course)
        .add("ratio", Math.round(ratio * 100) / 100.0)
        .add("jobs_per_s", rate(hard))
        .add("beside", rate(easy));
  }

  /** The list of jobs, page after page, as a client reads it. */
  private static JsonObject jobList(Api api) {
    List<Double> milliseconds = new ArrayList<>();
    String page = "/api/v1/jobs?limit=50";
    for (int i = 0; i < PAGES; i++) {
      long start = System.nanoTime();
      Answer answer = api.get(page).expect(200);
      if (i >= PAGES / 10) {
        milliseconds.add((System.nanoTime() - start) / 1e6);
      }
      JsonArray jobs = answer.array();
      page = "/api/v1/jobs?limit=50&after=" + jobs.getJsonObject(jobs.size() - 1).getInt("id");
    }
    milliseconds.sort(null);
    double p95 = milliseconds.get((int) Math.ceil(0.95 * milliseconds.size()) - 1);
    return Json.createObjectBuilder()
        .add("bench", "work.job_list")
        .add("p95_ms", Math.round(p95 * 100) / 100.0)
        .add("archived", ARCHIVED)
        .add("pages", milliseconds.size())
        .build();
  }

  private JsonObject latency(URI door) throws IOException, InterruptedException {
    run(door, "name=latency&jobs=200");
    List<JsonNumber> ascending =
        run(door, "name=latency&jobs=500").getJsonArray("ms").getValuesAs(JsonNumber.class);
    return Json.createObjectBuilder()
        .add("bench", "work.latency")
        .add("p50_ms", rounded(ascending, 0.50))
        .add("p99_ms", rounded(ascending, 0.99))
        .add("times", ascending.size())
        .build();
  }

  private static double rounded(List<JsonNumber> ascending, double share) {
    double value = ascending.get((int) Math.ceil(share * ascending.size()) - 1).doubleValue();
    return Math.round(value * 100) / 100.0;
  }

  private JsonObject run(URI door, String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(door)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("The course ended with " + answer.statusCode() + ": " + answer.body());
    }
    return Json.createReader(new StringReader(answer.body())).readObject();
  }
}
