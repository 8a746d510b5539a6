package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoa.work.engine.BatchScene.STEP;
import static org.stoa.work.engine.BatchScene.steps;
import static org.stoa.work.engine.BatchScene.sum;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.BatchQuery;
import org.stoa.work.BatchState;
import org.stoa.work.BatchView;
import org.stoa.work.JobId;
import org.stoa.work.JobState;
import org.stoa.work.SubmitBatch;
import org.stoa.work.SubmitJob;
import org.stoa.work.SubmittedBatch;
import org.stoa.work.WhyView;
import org.stoa.work.store.History;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.WhyReads;

/** The rows of batches, with no node at work. */
class BatchEndsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private BatchScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new BatchScene(database.application());
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void whatNobodyToldTheSweepFindsAndEndsOnce() {
    SubmittedBatch batch = scene.submit(SubmitBatch.of("b", steps(2)).then(sum()).anyway());
    cancelJobs(batch);

    assertThat(scene.ends.endAll(Instant.now()).freed())
        .extracting(freed -> freed.job().id())
        .contains(batch.continuation().value());
    assertThat(scene.ends.endAll(Instant.now()).freed()).isEmpty();
    assertThat(scene.seen(batch).state()).isEqualTo(BatchState.CANCELLED);
  }

  @Test
  void anEndThatWasSeenBeforeTheBatchWasRepeatedEndsNothing() {
    SubmittedBatch batch = scene.submit(SubmitBatch.of("b", steps(1)).then(sum()).anyway());
    cancelJobs(batch);

    CompletableFuture<List<?>> late =
        scene.transactions.inTransaction(
            () -> {
              nextRound(batch.id());
              CompletableFuture<List<?>> end =
                  CompletableFuture.supplyAsync(
                      () -> scene.ends.end(List.of(batch.id()), Instant.now()).freed());
              BatchScene.await(BatchEndsTest::somebodyWaitsForALock);
              return end;
            });

    assertThat(late.join()).isEmpty();
    assertThat(scene.seen(batch).state()).isEqualTo(BatchState.RUNNING);
    assertThat(scene.seen(batch.continuation()).state()).isEqualTo(JobState.QUEUED);
  }

  @Test
  void aContinuationSaysForHowManyJobsOfWhichBatchItWaits() {
    SubmittedBatch batch = scene.submit(SubmitBatch.of("Nightly load", steps(3)).then(sum()));
    cancel(batch.jobs().get(0));

    Jdbc jdbc = new Jdbc(database.application());
    WhyReads reads = new WhyReads(jdbc);
    Reasons reasons = new Reasons(reads, scene.reads, null, null, Clock.systemUTC());
    WhyView why =
        reads
            .unfinished(scene.ada.organisation(), batch.continuation().value())
            .map(reasons::of)
            .orElseThrow();

    assertThat(why.sentence()).isEqualTo("It waits for 2 of 3 jobs of batch Nightly load.");
    assertThat(why.link()).isEqualTo("/batches/" + batch.id());
    assertThat(why.reason()).isEqualTo(WhyView.Reason.WAITS_FOR_BATCH);
  }

  @Test
  void batchesAreListedNewestFirstByNameAndStateAndOfOneOrganisationOnly() {
    SubmittedBatch first = scene.submit(SubmitBatch.of("Load of May", steps(1)));
    SubmittedBatch second = scene.submit(SubmitBatch.of("Load of June", steps(1)));
    SubmittedBatch third = scene.submit(SubmitBatch.of("100 % sure", steps(1)));
    cancelJobs(second);
    scene.ends.endAll(Instant.now());

    assertThat(listed(BatchQuery.all(), null, 10))
        .containsExactly(third.id(), second.id(), first.id());
    assertThat(listed(BatchQuery.all(), second.id(), 10)).containsExactly(first.id());
    assertThat(listed(named("load OF"), null, 1)).containsExactly(second.id());
    assertThat(listed(named("0 %"), null, 10)).containsExactly(third.id());
    assertThat(listed(in(BatchState.RUNNING), null, 10)).containsExactly(third.id(), first.id());
    assertThat(listed(in(BatchState.CANCELLED), null, 10)).containsExactly(second.id());
    assertThat(scene.reads.list(UUID.randomUUID(), BatchQuery.all(), null, 10)).isEmpty();
    assertThat(scene.reads.find(UUID.randomUUID(), first.id())).isEmpty();
  }

  @Test
  void aJobAndAContinuationKnowTheirBatch() {
    SubmittedBatch batch = scene.submit(SubmitBatch.of("b", steps(1)).then(sum()));
    cancelJobs(batch);

    assertThat(batchOf(batch.jobs().get(0))).contains(batch.id());
    assertThat(batchOf(batch.continuation())).contains(batch.id());
    assertThat(scene.reads.of(UUID.randomUUID(), batch.jobs().get(0).value())).isEmpty();
  }

  @Test
  void aBatchIsForgottenWithItsHistory() {
    SubmittedBatch old = scene.submit(SubmitBatch.of("old", steps(1)));
    SubmittedBatch open = scene.submit(SubmitBatch.of("open", steps(1)));
    cancelJobs(old);
    scene.ends.endAll(Instant.parse("2020-01-01T00:00:00Z"));

    new History(new Jdbc(database.owner())).dropBefore(Instant.parse("2020-01-02T00:00:00Z"));

    assertThat(scene.reads.find(scene.ada.organisation(), old.id())).isEmpty();
    assertThat(scene.reads.find(scene.ada.organisation(), open.id())).isPresent();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    List<SubmitJob> keyed = List.of(new SubmitJob(STEP, new BatchScene.Step(1)).withKey("k"));
    List<SubmitJob> after =
        List.of(new SubmitJob(STEP, new BatchScene.Step(1)).withAfter(List.of(new JobId(1))));

    assertThatThrownBy(() -> SubmitBatch.of("none", List.of())).hasMessageContaining("at least");
    assertThatThrownBy(() -> SubmitBatch.of(" ", steps(1))).hasMessageContaining("name");
    assertThatThrownBy(() -> SubmitBatch.of("b", keyed)).hasMessageContaining("key");
    assertThatThrownBy(() -> SubmitBatch.chain("c", after)).hasMessageContaining("step");
    assertThatThrownBy(() -> SubmitBatch.chain("c", steps(1_001))).hasMessageContaining("1000");
    assertThatThrownBy(() -> SubmitBatch.of("b", steps(1)).then(after.get(0)))
        .hasMessageContaining("continuation");
  }

  private Optional<UUID> batchOf(JobId job) {
    return scene.reads.of(scene.ada.organisation(), job.value()).map(BatchView::id);
  }

  private List<UUID> listed(BatchQuery query, UUID below, int limit) {
    return scene.reads.list(scene.ada.organisation(), query, below, limit).stream()
        .map(BatchView::id)
        .toList();
  }

  private static BatchQuery named(String text) {
    return new BatchQuery(Optional.empty(), Optional.of(text));
  }

  private static BatchQuery in(BatchState state) {
    return new BatchQuery(Optional.of(state), Optional.empty());
  }

  private void cancelJobs(SubmittedBatch batch) {
    batch.jobs().forEach(this::cancel);
  }

  private void cancel(JobId job) {
    assertThat(scene.endings.cancelWaiting(scene.ada.organisation(), job.value(), Instant.now()))
        .isPresent();
  }

  /** What repeating does first, in the current transaction. */
  private void nextRound(UUID batch) {
    try (Connection connection = scene.transactions.getConnection();
        Statement statement = connection.createStatement()) {
      assertThat(
              statement.executeUpdate(
                  "UPDATE work_batch SET round = round + 1 WHERE id = '" + batch + "'"))
          .isEqualTo(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private static boolean somebodyWaitsForALock() {
    return database
            .ownerSql()
            .fetchOne("SELECT count(*) FROM pg_locks WHERE NOT granted")
            .get(0, Integer.class)
        > 0;
  }
}
