package org.stoa.work.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.stoa.shared.Actor;
import org.stoa.shared.Ids;
import org.stoa.work.JobView;
import org.stoa.work.SubmitJob;
import org.stoa.work.domain.ClaimedJob;
import org.stoa.work.domain.NewJob;
import org.stoa.work.domain.Submission;

/** Jobs and nodes on a database, set in a word. */
final class WorkScene {

  static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  static final String KIND = "test.echo";

  private static final Duration LONG_LEASE = Duration.ofMinutes(10);

  final Submissions submissions;
  final Claims claims;
  final Holds holds;
  final Dependencies dependencies;
  final ReadyReads ready;
  final Endings endings;
  final Journal journal;
  final Nodes nodes;
  final JobReads reads;
  final Actor ada =
      new Actor(Ids.next(), Ids.next(), "ada@example.org", Actor.Kind.PERSON, Set.of("work.*"));

  /** Each scene has a queue of its own, so that tests do not claim each other's jobs. */
  final String queue = "queue-" + Ids.next();

  private final FreshClaims fresh;

  WorkScene(DataSource source) {
    Jdbc jdbc = new Jdbc(source);
    dependencies = new Dependencies(jdbc);
    submissions = new Submissions(jdbc, dependencies);
    claims = new Claims(jdbc);
    holds = new Holds(jdbc);
    ready = new ReadyReads(jdbc);
    fresh = new FreshClaims(jdbc);
    endings = new Endings(jdbc);
    journal = new Journal(jdbc);
    nodes = new Nodes(jdbc);
    reads = new JobReads(jdbc);
  }

  UUID aNode() {
    return aNode("node-" + Ids.next(), LONG_LEASE);
  }

  UUID aNode(String name, Duration lease) {
    UUID id = Ids.next();
    nodes.heartbeat(id, name, NOON, lease, "[]");
    return id;
  }

  NewJob job() {
    return job(command());
  }

  NewJob job(int priority, Instant dueAt, String key) {
    SubmitJob command = command().withPriority(priority).withDueAt(dueAt);
    return job(key == null ? command : command.withKey(key));
  }

  SubmitJob command() {
    return new SubmitJob(KIND, "a").withQueue(queue);
  }

  NewJob job(SubmitJob command) {
    return new NewJob(command, queue, "{\"text\":\"a\"}", 3, NOON, ada);
  }

  long aWaitingJob() {
    return submissions.add(job()).id();
  }

  Submission submitted(NewJob job) {
    return submissions.add(job);
  }

  List<ClaimedJob> claim(UUID node, int limit) {
    return claim(Set.of(KIND), limit, node);
  }

  List<ClaimedJob> claim(Set<String> kinds, int limit, UUID node) {
    return fresh.claim(queue, kinds, limit, node, NOON);
  }

  ClaimedJob aRunningJob(UUID node) {
    aWaitingJob();
    return claim(node, 1).get(0);
  }

  JobView seen(long id) {
    Optional<JobView> found = reads.find(ada.organisation(), id);
    return found.orElseThrow(() -> new AssertionError("job " + id + " is nowhere"));
  }
}
