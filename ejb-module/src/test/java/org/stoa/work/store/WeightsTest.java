package org.stoa.work.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.WeightView;

class WeightsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private final Weights weights = new Weights(new Jdbc(database.application()));
  private WorkScene scene;
  private UUID organisation;

  @BeforeEach
  void setTheScene() {
    scene = new WorkScene(database.application());
    organisation = scene.ada.organisation();
  }

  @Test
  void whoHasJobsToDoIsThereAndWeighsOne() {
    scene.aWaitingJob();
    scene.aRunningJob(scene.aNode());

    assertThat(weights.all()).contains(new WeightView(organisation, 1, 1, 1, 0));
  }

  @Test
  void aWeightStaysWhenTheJobsAreDone() {
    assertThat(weights.save(organisation, 5, 0)).isTrue();

    assertThat(weights.all()).contains(new WeightView(organisation, 5, 0, 0, 1));
    assertThat(weights.one(organisation)).isEqualTo(new WeightView(organisation, 5, 0, 0, 1));
  }

  @Test
  void anOlderVersionChangesNothing() {
    weights.save(organisation, 5, 0);
    weights.save(organisation, 6, 1);

    assertThat(weights.save(organisation, 7, 1)).isFalse();
    assertThat(weights.one(organisation).weight()).isEqualTo(6);
  }
}
