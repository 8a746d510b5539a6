package org.stoa.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.store.KeptAnswers;
import org.stoa.shared.store.TestDatabase;

class IdempotentAnswersTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final IdempotentAnswer CREATED =
      IdempotentAnswer.first(201, "/api/v1/things/1", "\"0\"", "{\"id\":1}");
  private static final Table<Record> ANSWERS = DSL.table(DSL.name("shared_idempotent_answer"));

  private final TickingClock clock = new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final AtomicInteger created = new AtomicInteger();
  private final DSLContext sql = database.sql();
  private final Actor ada = person(UUID.randomUUID());
  private final String key = UUID.randomUUID().toString();

  @Test
  void createOnceAndGiveTheSameAnswerAgain() {
    IdempotentAnswer first = ask(ada, request("a"));
    IdempotentAnswer second = ask(ada, request("a"));

    assertThat(created).hasValue(1);
    assertThat(first).isEqualTo(CREATED);
    assertThat(second)
        .isEqualTo(new IdempotentAnswer(201, "/api/v1/things/1", "\"0\"", "{\"id\":1}", true));
  }

  @Test
  void refuseTheKeyForAnotherRequest() {
    ask(ada, request("a"));

    assertThatThrownBy(() -> ask(ada, request("b")))
        .isInstanceOfSatisfying(
            IdempotencyProblem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    assertThatThrownBy(() -> ask(ada, IdempotentRequest.of(key, "createAnother", "a")))
        .isInstanceOf(IdempotencyProblem.class);
    assertThat(created).hasValue(1);
  }

  @Test
  void refuseASecondRequestWhileTheFirstRuns() {
    inTransaction(
        ada,
        request("a"),
        () -> {
          assertThatThrownBy(() -> ask(ada, request("a")))
              .isInstanceOfSatisfying(
                  IdempotencyProblem.class, problem -> assertThat(problem.status()).isEqualTo(409));
          return create();
        });
    assertThat(created).hasValue(1);
  }

  @Test
  void letARefusedRequestTryAgain() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    ada,
                    request("a"),
                    () -> {
                      throw new InvalidProblem("name", "is missing");
                    }))
        .isInstanceOf(InvalidProblem.class);

    assertThat(ask(ada, request("b")).replayed()).isFalse();
  }

  @Test
  void keepNoAnswerOfWhatWasNotCommitted() {
    assertThatThrownBy(
            () ->
                sql.transaction(
                    transaction -> {
                      answerOver(transaction.dsl(), ada, request("a"), this::create);
                      throw new IllegalStateException("cut off before the commit");
                    }))
        .hasMessageContaining("cut off");

    assertThat(ask(ada, request("a")).replayed()).isFalse();
    assertThat(ask(ada, request("a")).replayed()).isTrue();
  }

  @Test
  void keepTheKeysOfCallersApart() {
    ask(ada, request("a"));

    assertThat(ask(person(ada.organisation()), request("b")).replayed()).isFalse();
    assertThat(ask(person(UUID.randomUUID()), request("c")).replayed()).isFalse();
  }

  @Test
  void areForgottenAfterADay() {
    ask(ada, request("a"));
    IdempotentAnswers answers = new IdempotentAnswers(new KeptAnswers(sql), clock);

    clock.tick(Duration.ofHours(24));
    answers.forgetOld();
    assertThat(ask(ada, request("a")).replayed()).isTrue();

    clock.tick(Duration.ofMillis(1));
    answers.forgetOld();
    assertThat(sql.fetchCount(ANSWERS)).isZero();
  }

  @Test
  void keepNeitherTheKeyNorWhatWasAsked() {
    ask(ada, request("correct horse battery"));

    assertThat(sql.selectFrom(ANSWERS).fetch().format(Integer.MAX_VALUE))
        .doesNotContain(key)
        .doesNotContain("correct horse battery");
    assertThat(request("a").fingerprint())
        .isNotEqualTo(IdempotentRequest.of("other", "createThing", "a").fingerprint());
  }

  @Test
  void needAKeyThatCanBeKept() {
    assertThatThrownBy(() -> IdempotentRequest.of(" ", "createThing", "a"))
        .isInstanceOf(InvalidProblem.class);
    assertThatThrownBy(() -> IdempotentRequest.of("k".repeat(201), "createThing", "a"))
        .isInstanceOf(InvalidProblem.class);
  }

  private IdempotentRequest request(String command) {
    return IdempotentRequest.of(key, "createThing", command);
  }

  private IdempotentAnswer ask(Actor actor, IdempotentRequest request) {
    return inTransaction(actor, request, this::create);
  }

  private IdempotentAnswer create() {
    created.incrementAndGet();
    return CREATED;
  }

  private IdempotentAnswer inTransaction(
      Actor actor, IdempotentRequest request, Supplier<IdempotentAnswer> effect) {
    return sql.transactionResult(
        transaction -> answerOver(transaction.dsl(), actor, request, effect));
  }

  private IdempotentAnswer answerOver(
      DSLContext transaction,
      Actor actor,
      IdempotentRequest request,
      Supplier<IdempotentAnswer> effect)
      throws Exception {
    IdempotentAnswers answers = new IdempotentAnswers(new KeptAnswers(transaction), clock);
    return CallContext.callAs(actor, () -> answers.once(request, effect));
  }

  private static Actor person(UUID organisation) {
    return new Actor(
        UUID.randomUUID(), organisation, "ada@example.org", Actor.Kind.PERSON, Set.of());
  }
}
