package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.JedisPooled;
import redis.embedded.RedisServer;

class IdempotentAnswersTest {

  private static final IdempotentAnswer CREATED =
      new IdempotentAnswer(201, "/api/v1/things/1", null, "{\"id\":1}");

  private static RedisServer server;
  private static JedisPooled redis;

  private final IdempotentAnswers answers = new IdempotentAnswers(redis);
  private final Actor ada = actor();

  @BeforeAll
  static void start() throws IOException {
    int port = freePort();
    server = RedisServer.newRedisServer().port(port).bind("127.0.0.1").build();
    server.start();
    redis = new JedisPooled("127.0.0.1", port);
  }

  @AfterAll
  static void stop() throws IOException {
    redis.close();
    server.stop();
  }

  @Test
  void giveTheSameAnswerToTheSameRequest() throws Exception {
    CallContext.callAs(
        ada,
        () -> {
          assertThat(answers.begin("key", print("a"))).isEmpty();
          answers.finish("key", CREATED);

          assertThat(answers.begin("key", print("a"))).contains(CREATED);
          return null;
        });
  }

  @Test
  void refuseTheKeyForAnotherRequest() throws Exception {
    CallContext.callAs(
        ada,
        () -> {
          answers.begin("key", print("a"));
          answers.finish("key", CREATED);

          assertThatThrownBy(() -> answers.begin("key", print("b")))
              .isInstanceOfSatisfying(
                  IdempotencyProblem.class, problem -> assertThat(problem.status()).isEqualTo(422));
          return null;
        });
  }

  @Test
  void refuseASecondRequestWhileTheFirstRuns() throws Exception {
    CallContext.callAs(
        ada,
        () -> {
          answers.begin("key", print("a"));

          assertThatThrownBy(() -> answers.begin("key", print("a")))
              .isInstanceOfSatisfying(
                  IdempotencyProblem.class, problem -> assertThat(problem.status()).isEqualTo(409));
          return null;
        });
  }

  @Test
  void letARefusedRequestTryAgain() throws Exception {
    CallContext.callAs(
        ada,
        () -> {
          answers.begin("key", print("a"));
          answers.forget("key");

          assertThat(answers.begin("key", print("b"))).isEmpty();
          return null;
        });
  }

  @Test
  void keepOrganisationsApart() throws Exception {
    CallContext.callAs(
        ada,
        () -> {
          answers.begin("key", print("a"));
          answers.finish("key", CREATED);
          return null;
        });

    assertThat(CallContext.callAs(actor(), () -> answers.begin("key", print("b")))).isEmpty();
  }

  @Test
  void tellRequestsApartByAddressAndBody() {
    assertThat(print("a")).isNotEqualTo(print("b")).isEqualTo(print("a"));
    assertThat(IdempotentAnswers.fingerprint("POST /a", new byte[0]))
        .isNotEqualTo(IdempotentAnswers.fingerprint("POST /b", new byte[0]));
  }

  private static String print(String body) {
    return IdempotentAnswers.fingerprint("POST /things", body.getBytes(StandardCharsets.UTF_8));
  }

  private static Actor actor() {
    return new Actor(UUID.randomUUID(), UUID.randomUUID(), "ada", Actor.Kind.PERSON, Set.of("*"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
