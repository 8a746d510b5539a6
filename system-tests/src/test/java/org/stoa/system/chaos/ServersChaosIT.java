package org.stoa.system.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stoa.launch.Distribution;
import org.stoa.launch.Stack;
import org.stoa.launch.StackOptions;
import org.stoa.system.Api;
import org.stoa.system.SaidAloud;
import org.stoa.system.SharedStack;
import org.stoa.system.StoaUnderTest;

/**
 * Servers, their broker and their cache are killed without warning while another system sends
 * messages and a schedule fires each second; nothing is lost and nothing done twice. By itself it
 * kills the one server of the shared stack, in which the broker is. {@code -Dstoa.chaos.servers}
 * starts a stack of so many servers, {@code -Dstoa.chaos.seconds} says for how long, {@code
 * -Dstoa.chaos.seed} repeats what chance decided.
 */
class ServersChaosIT {

  private static final int SERVERS = Integer.getInteger("stoa.chaos.servers", 1);
  private static final Duration TIME =
      Duration.ofSeconds(Integer.getInteger("stoa.chaos.seconds", 20));

  /** One each second while parts are killed, and on while the last of them comes back. */
  private static final int RUNS = (int) TIME.plusSeconds(30).toSeconds();

  /** From this time on there is also a start that takes longer than a minute. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private static final long SEED = Long.getLong("stoa.chaos.seed", System.nanoTime());
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String SCHEDULES = "/api/v1/schedules";

  private final Random random = new Random(SEED);
  private int killed;

  @Test
  void nothingIsLostOrDoubledWhateverIsKilled() throws Exception {
    System.out.println("chaos: seed " + SEED);
    if (SERVERS == 1) {
      underChaos(SharedStack.stoa());
      return;
    }
    SaidAloud progress = new SaidAloud(System.out);
    try (StoaUnderTest stoa = new StoaUnderTest(Stack.start(options(), progress))) {
      underChaos(stoa);
    }
  }

  private static StackOptions options() {
    Path target = Path.of("target").toAbsolutePath();
    return StackOptions.of(Distribution.around(target), target.resolve("stoa-chaos"))
        .withServers(SERVERS)
        .withEnvironment(Map.of("STOA_TOKEN_MINUTES", "60"));
  }

  private void underChaos(StoaUnderTest stoa) throws Exception {
    Api api = stoa.administrator();
    Map<String, String> environment = stoa.stack().environment();
    String prefix = "chaos-" + UUID.randomUUID() + "-";
    JsonObject me = api.get("/api/v1/me").expect(200).object();
    UUID schedule = schedule(api);
    Producer producer =
        new Producer(
            api,
            me.getJsonObject("organisation").getString("id"),
            Integer.parseInt(environment.get("STOA_STOMP_PORT")),
            prefix);
    try (producer) {
      kill(stoa.stack());
    }
    Aftermath aftermath = new Aftermath(new Records(environment), schedule, prefix);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> aftermath.check(producer.sent(), RUNS));
    JsonObjectBuilder line =
        Json.createObjectBuilder()
            .add("chaos", "servers")
            .add("servers", SERVERS)
            .add("seed", SEED)
            .add("killed", killed)
            .add("messages", producer.sent().size());
    System.out.println(aftermath.addTo(line).build());
    assertThat(api.get("/health").text()).contains("\"work-books\",\"status\":\"UP\"");
  }

  /** Each part at least once: the cache, the broker if it is one, and servers until time is up. */
  private void kill(Stack stack) throws SQLException {
    Instant end = Instant.now().plus(TIME);
    killed(stack, stack::killCache);
    if (SERVERS > 1) {
      killed(stack, stack::killBroker);
    }
    do {
      int victim = 1 + random.nextInt(SERVERS);
      killed(stack, () -> stack.killServer(victim));
    } while (Instant.now().isBefore(end));
    if (TIME.compareTo(LONG) >= 0) {
      stack.killServer();
      killed++;
      Map<String, String> environment = stack.environment();
      new LongMigration(environment, new Records(environment)).during(stack::revive);
    }
  }

  private void killed(Stack stack, Runnable kill) {
    await().pollDelay(BETWEEN_KILLS).atMost(PATIENCE).until(() -> true);
    kill.run();
    killed++;
    stack.revive();
  }

  private static UUID schedule(Api api) {
    JsonObjectBuilder rule =
        Json.createObjectBuilder()
            .add("kind", "FIXED_RATE")
            .add("zone", "UTC")
            .add("every", "PT1S")
            .add("maxRuns", RUNS)
            .add("start", Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(2).toString());
    JsonObject definition =
        Json.createObjectBuilder()
            .add("name", "chaos " + UUID.randomUUID())
            .add("kind", "work.echo")
            .add("payload", Json.createObjectBuilder().add("text", "each second"))
            .add("overlap", "QUEUE")
            .add("missed", "RUN_ALL")
            .add("missedLimit", 1000)
            .add("rule", rule)
            .build();
    URI location = URI.create(api.post(SCHEDULES, definition).expect(201).header("Location"));
    String path = location.getPath();
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }
}
