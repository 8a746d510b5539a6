package org.stoa.work.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stoa.work.store.WorkScene.KIND;
import static org.stoa.work.store.WorkScene.NOON;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Ids;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.JobId;
import org.stoa.work.JobLink;
import org.stoa.work.JobState;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.Ending;

class LinkReadsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final LinkReads links = new LinkReads(new Jdbc(database.application()));
  private WorkScene scene;

  @BeforeEach
  void setTheScene() {
    scene = new WorkScene(database.application());
  }

  @Test
  void bothEndsOfADependencySeeTheOtherAsItStands() {
    ClaimedJob first = scene.aRunningJob(scene.aNode());
    long second = aJobAfter(first.id());

    assertThat(links.before(scene.ada.organisation(), second))
        .containsExactly(new JobLink(first.id(), KIND, JobState.RUNNING));
    assertThat(links.after(scene.ada.organisation(), first.id()))
        .containsExactly(new JobLink(second, KIND, JobState.QUEUED));
    assertThat(links.after(scene.ada.organisation(), second)).isEmpty();

    scene.endings.finish(first.lease(), Ending.succeeded(null, null, "n", NOON));
    assertThat(links.before(scene.ada.organisation(), second))
        .containsExactly(new JobLink(first.id(), KIND, JobState.SUCCEEDED));
  }

  @Test
  void otherOrganisationsSeeNothing() {
    long first = scene.aWaitingJob();
    long second = aJobAfter(first);

    assertThat(links.before(Ids.next(), second)).isEmpty();
    assertThat(links.after(Ids.next(), first)).isEmpty();
  }

  private long aJobAfter(long job) {
    return scene.submitted(scene.job(scene.command().withAfter(List.of(new JobId(job))))).id();
  }
}
