package org.stoa.work.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Ids;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.WorkerJob;
import org.stoa.work.WorkerView;
import org.stoa.work.domain.ClaimedJob;

class WorkerReadsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final WorkerReads workers = new WorkerReads(new Jdbc(database.application()));
  private WorkScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new WorkScene(database.application());
  }

  @Test
  void showsWhatANodeRunsToTheOrganisationWhoseItIs() {
    UUID node = scene.aNode();
    ClaimedJob job = scene.aRunningJob(node);
    scene.aWaitingJob();

    WorkerView seen = worker(node, scene.ada.organisation());

    assertThat(seen.alive()).isTrue();
    assertThat(seen.running()).isEqualTo(1);
    assertThat(seen.jobs()).extracting(WorkerJob::id).containsExactly(job.id());
  }

  @Test
  void tellsOthersOnlyHowMany() {
    UUID node = scene.aNode();
    scene.aRunningJob(node);

    WorkerView seen = worker(node, Ids.next());

    assertThat(seen.running()).isEqualTo(1);
    assertThat(seen.jobs()).isEmpty();
  }

  @Test
  void showsANodeThatLostItsLease() {
    UUID node = scene.aNode("gone-" + Ids.next(), Duration.ofMillis(-1));

    assertThat(worker(node, scene.ada.organisation()).alive()).isFalse();
  }

  private WorkerView worker(UUID node, UUID organisation) {
    return workers.list(organisation).stream()
        .filter(worker -> worker.id().equals(node))
        .findFirst()
        .orElseThrow(() -> new AssertionError("node " + node + " is not shown"));
  }
}
