package org.stoa.work.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.shared.TickingClock;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.Handles;
import org.stoa.work.JobHandler;
import org.stoa.work.JobRun;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.store.Claims;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.FreshClaims;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.Nodes;
import org.stoa.work.store.Submissions;

/** What becomes of the jobs of a node that vanished. */
class LostJobsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Duration LONG = Duration.ofMinutes(10);
  private static final String KIND = "test.lost";

  /** What its jobs are given. */
  public record Nothing() {}

  @Handles(kind = KIND)
  private static final class Handler implements JobHandler<Nothing, Void> {

    @Override
    public Void run(Nothing payload, JobRun run) {
      return null;
    }
  }

  private static final class Announcer extends JobAnnouncer {

    @Override
    public void changed(Collection<Long> ids) {
      assertThat(ids).hasSize(1);
    }
  }

  /** Writes down what is taken back. */
  private static final class Told extends Releaser {

    private final List<Long> lost = new ArrayList<>();

    @Override
    void lost(ClaimedJob job) {
      lost.add(job.id());
    }
  }

  private final Jdbc jdbc = new Jdbc(database.application());
  private final Submissions submissions = new Submissions(jdbc, new Dependencies(jdbc));
  private final Nodes nodes = new Nodes(jdbc);
  private final HandlerRegistry registry = new HandlerRegistry();
  private final Told told = new Told();
  private final TickingClock clock = new TickingClock(Instant.now());
  private final String queue = "lost-" + Ids.next();
  private final UUID node = Ids.next();
  private final LostJobs lostJobs =
      new LostJobs(new Claims(jdbc), nodes, new Endings(jdbc), told, new Announcer(), clock);

  @BeforeEach
  void setTheScene() {
    registry.add(Handler.class, new Handler());
    nodes.heartbeat(node, "n", clock.instant(), LONG, "[]");
  }

  @Test
  void jobsAreTakenBackWhenTheirNodeLostItsLease() {
    ClaimedJob job = claimed();
    assertLostWhenTheNodeLeaves(job);
  }

  @Test
  void whatAGoneNodeClaimsAfterItWasLookedAtIsFoundByTheNextTurn() {
    nodes.leave(node);
    lostJobs.takeBack();
    lostJobs.takeBack();
    ClaimedJob late = claimed();

    clock.tick(Duration.ofSeconds(30));
    lostJobs.takeBack();

    assertThat(told.lost).containsExactly(late.id());
  }

  @Test
  void aNodeThatIsGoneForTheSecondTimeIsLookedAtAtOnce() {
    nodes.leave(node);
    lostJobs.takeBack();
    lostJobs.takeBack();
    nodes.heartbeat(node, "n", clock.instant(), LONG, "[]");
    ClaimedJob job = claimed();
    assertLostWhenTheNodeLeaves(job);
  }

  private void assertLostWhenTheNodeLeaves(ClaimedJob job) {
    lostJobs.takeBack();
    assertThat(told.lost).isEmpty();

    nodes.leave(node);
    lostJobs.takeBack();

    assertThat(told.lost).containsExactly(job.id());
  }

  private ClaimedJob claimed() {
    SubmitJob command = new SubmitJob(KIND, new Nothing()).withQueue(queue);
    Actor ada = new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of());
    submissions.add(new JobForms(registry).fill(command, ada, Instant.now()));
    return new FreshClaims(jdbc).claim(queue, Set.of(KIND), 1, node, Instant.now()).get(0);
  }
}
