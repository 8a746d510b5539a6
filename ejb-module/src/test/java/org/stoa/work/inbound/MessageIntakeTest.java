package org.stoa.work.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.stoa.work.inbound.MessageScene.GOOD;
import static org.stoa.work.inbound.MessageScene.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Actor;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.TickingClock;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.InboundDelivery;
import org.stoa.work.InboundMessageView;
import org.stoa.work.InboundQuery;
import org.stoa.work.InboundState;
import org.stoa.work.JobId;
import org.stoa.work.domain.Acceptance;
import org.stoa.work.domain.Refusal;
import org.stoa.work.store.InboundRecords;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.SameConnection;

class MessageIntakeTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Actor NOBODY = Actor.installation();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final MessageScene scene = new MessageScene();
  private final NumberedJobs submitted = new NumberedJobs();
  private final InboundRecords records = new InboundRecords(new Jdbc(database.application()));
  private final MessageIntake intake = new MessageIntake(scene.reader(), new Desk());

  @Test
  void aMessageBecomesOneJobHoweverOftenItIsDelivered() {
    InboundDelivery delivery = delivery(scene.message());

    intake.take(delivery);
    intake.take(delivery);

    assertThat(submitted.commands).hasSize(1);
    assertThat(submitted.commands.get(0).key().text()).isEqualTo("order-7");
    assertThat(stored())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.state()).isEqualTo(InboundState.ACCEPTED);
              assertThat(message.job()).isEqualTo(1);
              assertThat(message.sender()).isEqualTo("press");
              assertThat(message.token()).isEqualTo("…abcd");
              assertThat(message.receivedAt()).isEqualTo(NOON);
            });
  }

  @Test
  void twoDeliveriesAtTheSameTimeBecomeOneJob() throws Exception {
    InboundDelivery delivery = delivery(scene.message());
    CountDownLatch firstIsInside = new CountDownLatch(1);
    CountDownLatch secondIsWaiting = new CountDownLatch(1);
    submitted.inside = () -> awaitAfter(firstIsInside, secondIsWaiting);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = threads.submit(() -> intake.take(delivery));
      assertThat(firstIsInside.await(30, TimeUnit.SECONDS)).isTrue();
      Future<?> second = threads.submit(() -> intake.take(delivery));
      awaitALockThatIsWaitedFor();
      secondIsWaiting.countDown();
      first.get(30, TimeUnit.SECONDS);
      second.get(30, TimeUnit.SECONDS);
    } finally {
      threads.shutdownNow();
    }

    assertThat(submitted.commands).hasSize(1);
    assertThat(stored()).hasSize(1);
  }

  @Test
  void aMessageThatIsSentAgainWithItsKeyBecomesNoSecondJob() {
    intake.take(delivery(scene.message()));
    intake.take(delivery(scene.message()));
    intake.take(delivery(scene.message("\"key\": \"order-8\", ")));

    assertThat(submitted.commands)
        .extracting(command -> command.key().text())
        .containsExactly("order-7", "order-8");
    assertThat(stored()).hasSize(2);
  }

  @Test
  void messagesWithoutKeyAreJobsEach() {
    intake.take(delivery(scene.message("")));
    intake.take(delivery(scene.message("")));

    assertThat(submitted.commands).hasSize(2);
  }

  @Test
  void aRefusedMessageIsStoredOnceAndDoesNotTakeItsKey() {
    InboundDelivery wrong = delivery(scene.message().replace("\"copies\": 2", "\"copies\": 2.5"));

    intake.take(wrong);
    intake.take(wrong);
    intake.take(delivery(scene.message()));

    assertThat(submitted.commands).hasSize(1);
    assertThat(stored())
        .extracting(InboundMessageView::state)
        .containsExactly(InboundState.ACCEPTED, InboundState.REFUSED);
    InboundMessageView refused = records.find(scene.organisation, null, stored().get(1).id()).get();
    assertThat(refused.content()).contains("2.5").doesNotContain(GOOD);
    assertThat(refused.reason()).startsWith("payload.copies must be a whole number");
  }

  @Test
  void nothingIsStoredWhenTheJobIsNotSubmittedForAnOutage() {
    submitted.failure = new IllegalStateException(new SQLException("away", "57P01"));
    InboundDelivery delivery = delivery(scene.message());

    assertThatThrownBy(() -> intake.take(delivery)).hasRootCauseMessage("away");
    assertThat(stored()).isEmpty();

    submitted.failure = null;
    intake.take(delivery);
    assertThat(stored()).extracting(InboundMessageView::job).containsExactly(1L);
  }

  @Test
  void whatTheDatabaseWillNeverTakeIsRefusedInsteadOfComingBackForEver() {
    submitted.failure = new IllegalStateException(new SQLException("out of range", "22003"));
    intake.take(delivery(scene.message()));

    assertThat(stored())
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.state()).isEqualTo(InboundState.REFUSED);
              assertThat(message.reason()).contains("incident").doesNotContain("out of range");
            });
  }

  @Test
  void aProblemWithTheJobIsTheReasonOfTheRefusal() {
    submitted.failure = new ConflictProblem(null, "The press is full.");
    intake.take(delivery(scene.message()));

    assertThat(stored())
        .singleElement()
        .extracting(InboundMessageView::reason)
        .isEqualTo("The press is full.");
  }

  @Test
  void aFaultOfOursWhileJudgingIsStoredAndAnOutageIsNot() {
    scene.outage = new IllegalStateException("a bug");
    intake.take(delivery(scene.message()));
    assertThat(records.list(NOBODY.organisation(), null, InboundQuery.all(), null, 10))
        .singleElement()
        .extracting(InboundMessageView::reason)
        .asString()
        .contains("incident");

    scene.outage = new IllegalStateException(new SQLException("away", "08006"));
    assertThatThrownBy(() -> intake.take(delivery(scene.message()))).isSameAs(scene.outage);
  }

  private List<InboundMessageView> stored() {
    return records.list(scene.organisation, null, InboundQuery.all(), null, 10);
  }

  private static void awaitAfter(CountDownLatch told, CountDownLatch awaited) {
    told.countDown();
    try {
      assertThat(awaited.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitALockThatIsWaitedFor() {
    await()
        .until(
            () ->
                database
                    .superuserSql()
                    .fetchOne(
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND wait_event_type = 'Lock'")
                    .get(0, Long.class),
            waiting -> waiting > 0);
  }

  /** The desk with a transaction around each call, as the container has it. */
  private final class Desk extends MessageDesk {

    @Override
    public Optional<JobId> accept(Acceptance acceptance) {
      return inTransaction(desk -> desk.accept(acceptance));
    }

    @Override
    public void refuse(Refusal refusal) {
      inTransaction(
          desk -> {
            desk.refuse(refusal);
            return null;
          });
    }

    private <T> T inTransaction(Function<MessageDesk, T> action) {
      try (Connection connection = database.application().getConnection()) {
        connection.setAutoCommit(false);
        try {
          Jdbc jdbc = new Jdbc(new SameConnection(connection));
          T done =
              action.apply(
                  new MessageDesk(new InboundRecords(jdbc), submitted, new TickingClock(NOON)));
          connection.commit();
          return done;
        } catch (RuntimeException e) {
          connection.rollback();
          throw e;
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
