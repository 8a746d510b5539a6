package org.stoa.data.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stoa.data.ColumnType;
import org.stoa.data.QueryResult;
import org.stoa.data.ResultColumn;
import org.stoa.data.store.AnswerStore;
import org.stoa.live.store.TestRedis;
import redis.clients.jedis.JedisPooled;

class AnswersTest {

  private static final QueryResult ANSWER =
      new QueryResult(
          List.of(
              new ResultColumn("SEX", ColumnType.TEXT),
              new ResultColumn("count", ColumnType.INTEGER),
              new ResultColumn("avg_AGE", ColumnType.DECIMAL),
              new ResultColumn("ADULT", ColumnType.BOOLEAN)),
          List.of(
              Arrays.asList("F", 9_007_199_254_740_991L, 0.1, true),
              Arrays.asList(null, 0L, null, null)),
          3,
          true);

  private static TestRedis redis;
  private static JedisPooled connections;

  private final Answers answers = new Answers(new AnswerStore(connections));
  private final AtomicInteger computed = new AtomicInteger();

  @BeforeAll
  static void startRedis() throws IOException {
    redis = new TestRedis();
    connections = redis.connections();
  }

  @AfterAll
  static void stopRedis() throws IOException {
    connections.close();
    redis.close();
  }

  @Test
  void theSameQuestionIsComputedOnceAndItsAnswerIsTheSame() {
    QueryResult first = answers.of("once", 3, this::compute);
    QueryResult second = answers.of("once", 3, this::compute);

    assertThat(second).isEqualTo(first).isEqualTo(ANSWER);
    assertThat(computed).hasValue(1);
  }

  @Test
  void versionsOfTheSameBytesShareAnAnswerUnderTheirOwnNumbers() {
    answers.of("shared", 3, this::compute);

    assertThat(answers.of("shared", 8, this::compute).version()).isEqualTo(8);
    assertThat(computed).hasValue(1);
  }

  @Test
  void manyWhoAskTheSameAtTheSameTimeCostOneQuery() throws Exception {
    int people = 20;
    CountDownLatch mayEnd = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(people);
    try {
      List<Future<QueryResult>> asked = new ArrayList<>();
      Callable<QueryResult> ask = () -> answers.of("crowd", 3, () -> computeAfter(mayEnd));
      for (int i = 0; i < people; i++) {
        asked.add(threads.submit(ask));
      }
      Awaitility.await().until(() -> computed.get() == 1);
      mayEnd.countDown();
      for (Future<QueryResult> one : asked) {
        assertThat(one.get()).isEqualTo(ANSWER);
      }
      assertThat(computed).hasValue(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFailureIsNotKept() {
    assertThatThrownBy(
            () ->
                answers.of(
                    "failed",
                    3,
                    () -> {
                      throw new IllegalStateException("no disk");
                    }))
        .hasMessage("no disk");

    assertThat(answers.of("failed", 3, this::compute)).isEqualTo(ANSWER);
  }

  @Test
  void withoutTheCacheEachQuestionIsComputed() {
    try (JedisPooled nowhere = new JedisPooled("localhost", 1)) {
      Answers alone = new Answers(new AnswerStore(nowhere));

      assertThat(alone.of("away", 3, this::compute)).isEqualTo(ANSWER);
      assertThat(alone.of("away", 3, this::compute)).isEqualTo(ANSWER);
    }
    assertThat(computed).hasValue(2);
  }

  private QueryResult compute() {
    computed.incrementAndGet();
    return ANSWER;
  }

  private QueryResult computeAfter(CountDownLatch latch) {
    QueryResult answer = compute();
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return answer;
  }
}
