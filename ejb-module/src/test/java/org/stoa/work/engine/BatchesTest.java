package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoa.work.engine.BatchScene.steps;
import static org.stoa.work.engine.BatchScene.sum;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.BatchCounts;
import org.stoa.work.BatchFinishedProblem;
import org.stoa.work.BatchNotRepeatableProblem;
import org.stoa.work.BatchState;
import org.stoa.work.BatchView;
import org.stoa.work.JobQuery;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.SubmitBatch;
import org.stoa.work.SubmittedBatch;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.JobReads;

/** Batches from their submission to their end, on a node. */
class BatchesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private BatchScene scene;

  @BeforeEach
  void start() {
    scene = new BatchScene(database.application()).started();
  }

  @AfterEach
  void stop() {
    scene.close();
  }

  @Test
  void theContinuationRunsWhenAllJobsHaveSucceededAndNotBefore() {
    SubmittedBatch batch = scene.submit(SubmitBatch.of("Many steps", steps(300)).then(sum()));

    scene.awaitEnd(batch.continuation().value(), JobState.SUCCEEDED);

    assertThat(scene.ranBeforeSum).containsExactly(300);
    BatchView seen = scene.seen(batch);
    assertThat(seen.state()).isEqualTo(BatchState.SUCCEEDED);
    assertThat(seen.counts()).isEqualTo(new BatchCounts(0, 0, 300, 0, 0));
    assertThat(seen.done()).isEqualTo(1);
    assertThat(seen.beganAt()).isBeforeOrEqualTo(seen.endedAt());
    assertThat(seen.continuation().state()).isEqualTo(JobState.SUCCEEDED);
  }

  @Test
  void aJobThatFailsCancelsTheContinuationWhichSaysHowManyDid() {
    scene.failing.addAll(List.of(2, 4));

    SubmittedBatch batch = scene.submit(SubmitBatch.of("Five steps", steps(5)).then(sum()));

    JobView sum = scene.awaitEnd(batch.continuation().value(), JobState.CANCELLED);
    assertThat(sum.error().detail())
        .isEqualTo(
            "It waited for the batch Five steps, of whose 5 jobs 2 failed and 0 were cancelled.");
    BatchView seen = scene.awaitEnd(batch, BatchState.FAILED);
    assertThat(seen.counts()).isEqualTo(new BatchCounts(0, 0, 3, 2, 0));
    assertThat(seen.firstFailure()).isIn(batch.jobs().get(2).value(), batch.jobs().get(4).value());
  }

  @Test
  void theContinuationRunsAnywayWhenItWasSubmittedSo() {
    scene.failing.add(1);

    SubmittedBatch batch = scene.submit(SubmitBatch.of("b", steps(3)).then(sum()).anyway());

    scene.awaitEnd(batch.continuation().value(), JobState.SUCCEEDED);
    assertThat(scene.seen(batch).state()).isEqualTo(BatchState.FAILED);
  }

  @Test
  void aChainRunsInItsOrderAndThenItsContinuation() {
    SubmittedBatch chain = scene.submit(SubmitBatch.chain("Six steps", steps(6)).then(sum()));

    scene.awaitEnd(chain.continuation().value(), JobState.SUCCEEDED);

    assertThat(scene.ran).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(scene.seen(chain).ordered()).isTrue();
  }

  @Test
  void whatFollowsAStepThatFailedIsCancelledUnlessTheChainGoesOnAnyway() {
    scene.failing.add(1);

    SubmittedBatch chain = scene.submit(SubmitBatch.chain("stops", steps(4)).then(sum()));
    SubmittedBatch other = scene.submit(SubmitBatch.chain("goes on", steps(4)).anyway());

    assertThat(scene.awaitEnd(chain, BatchState.FAILED).counts())
        .isEqualTo(new BatchCounts(0, 0, 1, 1, 2));
    scene.awaitEnd(chain.continuation().value(), JobState.CANCELLED);
    assertThat(scene.awaitEnd(other, BatchState.FAILED).counts())
        .isEqualTo(new BatchCounts(0, 0, 3, 1, 0));
  }

  @Test
  void repeatingDoesWhatFailedAgainAndTheContinuationWaitsForIt() {
    scene.failing.add(1);
    SubmittedBatch chain = scene.submit(SubmitBatch.chain("c", steps(4)).then(sum()));
    scene.awaitEnd(chain.continuation().value(), JobState.CANCELLED);
    scene.failing.clear();
    scene.ran.clear();

    BatchView open = scene.repeat(chain);
    assertThat(open.state()).isEqualTo(BatchState.RUNNING);
    assertThat(open.jobs()).isEqualTo(4);

    long sum = open.continuation().id();
    assertThat(sum).isNotEqualTo(chain.continuation().value());
    scene.awaitEnd(sum, JobState.SUCCEEDED);
    assertThat(scene.ran).as("the first step had succeeded").containsExactly(1, 2, 3);
    BatchView seen = scene.awaitEnd(chain, BatchState.SUCCEEDED);
    assertThat(seen.counts()).isEqualTo(new BatchCounts(0, 0, 4, 0, 0));
    assertThat(seen.firstFailure()).isNull();
    assertThat(members(chain)).hasSize(4).allMatch(job -> job.state() == JobState.SUCCEEDED);
    assertThat(scene.seen(chain.jobs().get(1)).state())
        .as("the old one stays as it was")
        .isEqualTo(JobState.FAILED);
    assertThat(scene.seen(chain.jobs().get(1)).batch()).isEqualTo(chain.id());
  }

  @Test
  void aBatchIsRepeatedOnlyWhenAllHasEndedAndSomethingWentWrong() {
    scene.hanging.add(0);
    SubmittedBatch open = scene.submit(SubmitBatch.of("open", steps(1)));
    assertThatThrownBy(() -> scene.repeat(open))
        .isInstanceOf(BatchNotRepeatableProblem.class)
        .hasMessageContaining("not all of its jobs have ended");
    scene.hanging.clear();
    SubmittedBatch done = scene.submit(SubmitBatch.of("done", steps(1)));
    scene.awaitEnd(done, BatchState.SUCCEEDED);
    assertThatThrownBy(() -> scene.repeat(done))
        .isInstanceOf(BatchNotRepeatableProblem.class)
        .hasMessageContaining("all of its jobs have succeeded");
    assertThat(scene.trail).isEmpty();
  }

  @Test
  void cancellingEndsAllThatHasNotEndedAndTheContinuation() {
    IntStream.range(0, 60).forEach(scene.hanging::add);
    SubmittedBatch batch = scene.submit(SubmitBatch.of("b", steps(60)).then(sum()).anyway());
    BatchScene.await(() -> scene.seen(batch).counts().running() > 0);
    BatchCounts counts = scene.seen(batch).counts();
    assertThat(counts.waiting() + counts.running()).isEqualTo(60);

    scene.cancel(batch);

    assertThat(scene.seen(batch.continuation()).state()).isEqualTo(JobState.CANCELLED);
    BatchView seen = scene.awaitEnd(batch, BatchState.CANCELLED);
    assertThat(seen.counts()).isEqualTo(new BatchCounts(0, 0, 0, 0, 60));
    assertThat(scene.ranBeforeSum).isEmpty();
    assertThat(scene.trail).extracting(entry -> entry.action()).containsExactly("batch.cancelled");
    assertThatThrownBy(() -> scene.cancel(batch)).isInstanceOf(BatchFinishedProblem.class);
  }

  private List<JobView> members(SubmittedBatch batch) {
    return new JobReads(new Jdbc(database.application()))
        .list(scene.ada.organisation(), JobQuery.of(batch.id()), null, 100);
  }
}
