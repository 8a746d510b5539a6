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
import org.stoa.work.WorkerThreads;
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

  @Test
  void aDrainedNodeHearsOfItWithItsHeartbeatUntilItMayGoOn() {
    UUID node = scene.aNode();
    assertThat(heartbeat(node, "[]")).isFalse();

    assertThat(scene.nodes.drain(node, WorkScene.NOON, "ada")).isTrue();
    assertThat(scene.nodes.drain(node, WorkScene.NOON.plusSeconds(1), "bob")).isFalse();
    assertThat(heartbeat(node, "[]")).isTrue();
    WorkerView seen = worker(node, scene.ada.organisation());
    assertThat(seen.drainingAt()).isEqualTo(WorkScene.NOON);
    assertThat(seen.drainingBy()).isEqualTo("ada");

    assertThat(scene.nodes.undrain(node)).isTrue();
    assertThat(scene.nodes.undrain(node)).isFalse();
    assertThat(heartbeat(node, "[]")).isFalse();
    assertThat(worker(node, scene.ada.organisation()).drainingAt()).isNull();
  }

  @Test
  void showsHowANodeDrainsItsQueues() {
    UUID node = scene.aNode();
    heartbeat(
        node,
        """
        [{"queue": "mail", "most": 4, "workers": 0, "writtenOff": 0},
         {"queue": "loads", "most": 2, "workers": 2, "writtenOff": 1}]
        """);

    assertThat(worker(node, scene.ada.organisation()).threads())
        .containsExactly(new WorkerThreads("loads", 2, 2, 1), new WorkerThreads("mail", 4, 0, 0));
  }

  private boolean heartbeat(UUID node, String told) {
    return scene.nodes.heartbeat(
        node, "node-" + node, WorkScene.NOON, Duration.ofMinutes(10), told);
  }

  private WorkerView worker(UUID node, UUID organisation) {
    return workers.list(organisation).stream()
        .filter(worker -> worker.id().equals(node))
        .findFirst()
        .orElseThrow(() -> new AssertionError("node " + node + " is not shown"));
  }
}
