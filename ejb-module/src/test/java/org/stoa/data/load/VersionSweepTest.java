package org.stoa.data.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.stoa.data.VersionSweep;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.HandlerRun;
import org.stoa.work.JobRun;
import org.stoa.work.Jobs;

class VersionSweepTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant LONG_AGO = LoadScene.NOON.minus(Duration.ofDays(3));

  @TempDir Path home;

  private LoadScene scene;
  private final Set<Long> unfinished = new HashSet<>();

  @BeforeEach
  void aScene() {
    scene = new LoadScene(home, database.sql());
  }

  @Test
  void keepsEveryVersionHoweverOld() throws IOException {
    scene.load(scene.files.add("ae.csv", "A\n1\n"));
    age();

    assertThat(sweepAt(LoadScene.NOON)).isZero();
    assertThat(scene.onDisk()).hasSize(1);
  }

  @Test
  void removesAFileWhoseCommitNeverCame() {
    JobRun run = new HandlerRun();
    publishWithoutCommit(stage(run), run);

    assertThat(sweepAt(LoadScene.NOON.plus(Duration.ofDays(2)))).isEqualTo(1);
    assertThat(scene.onDisk()).isEmpty();
  }

  @Test
  void keepsAFileThatWaitsForItsCommitHoweverLongTheLoadTook() throws IOException {
    JobRun run = new HandlerRun();
    StagedUpload upload = stage(run);
    age();
    publishWithoutCommit(upload, run);

    assertThat(sweepAt(LoadScene.NOON)).isZero();
    assertThat(scene.onDisk()).hasSize(1);
  }

  @Test
  void keepsWhatAnUnfinishedJobPreparesHoweverLongItTakes() throws IOException {
    JobRun run = new HandlerRun();
    unfinished.add(run.id());
    StagedUpload upload = stage(run);
    age();

    assertThat(sweepAt(LoadScene.NOON)).isZero();
    assertThat(scene.finish(upload, run).datasets()).hasSize(1);
  }

  @Test
  void removesWhatAJobPreparedThatHasEnded() {
    stage(new HandlerRun());

    assertThat(sweepAt(LoadScene.NOON)).isEqualTo(1);
    assertThat(scene.onDisk()).isEmpty();
  }

  @Test
  void hasNothingToDoBeforeTheFirstLoad() {
    assertThat(sweepAt(LoadScene.NOON)).isZero();
  }

  private StagedUpload stage(JobRun run) {
    return scene.stage(run, scene.files.add("ae.csv", "A\n1\n"));
  }

  /** As a server does that dies, or whose database refuses, between the move and the commit. */
  private void publishWithoutCommit(StagedUpload upload, JobRun run) {
    assertThatThrownBy(
            () ->
                scene.sql.transaction(
                    tx -> {
                      scene.as(() -> scene.activation(tx.dsl()).activate(scene.study, upload, run));
                      throw new IllegalStateException("cut off");
                    }))
        .hasMessage("cut off");
  }

  private int sweepAt(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    VersionDisk disk = new VersionDisk(scene.versions());
    return new VersionSweep(disk, scene.store, new KnownJobs(), clock).sweep();
  }

  private void age() throws IOException {
    try (Stream<Path> all = Files.walk(scene.versions())) {
      for (Path path : all.toList()) {
        Files.setLastModifiedTime(path, FileTime.from(LONG_AGO));
      }
    }
  }

  /** The jobs of which the test says that they have not ended. */
  private final class KnownJobs extends Jobs {

    @Override
    public Set<Long> unfinished(Collection<Long> ids) {
      Set<Long> both = new HashSet<>(unfinished);
      both.retainAll(ids);
      return both;
    }
  }
}
