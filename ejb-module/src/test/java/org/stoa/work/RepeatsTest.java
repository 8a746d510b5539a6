package org.stoa.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.ForbiddenProblem;
import org.stoa.shared.Ids;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.domain.Freed;
import org.stoa.work.domain.NewJob;
import org.stoa.work.engine.AfterCommit;
import org.stoa.work.engine.OpenKinds;
import org.stoa.work.store.Dependencies;
import org.stoa.work.store.Endings;
import org.stoa.work.store.Jdbc;
import org.stoa.work.store.JobReads;
import org.stoa.work.store.Submissions;

class RepeatsTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /** What is printed. */
  public record Sheet(String text, int copies) {}

  @Handles(kind = "test.open", openTo = "print.sheets", payloadMayChange = true)
  private static final class Open implements JobHandler<Sheet, Void> {
    @Override
    public Void run(Sheet sheet, JobRun run) {
      return null;
    }
  }

  @Handles(kind = "test.fixed", openTo = "print.sheets")
  private static final class Fixed implements JobHandler<Sheet, Void> {
    @Override
    public Void run(Sheet sheet, JobRun run) {
      return null;
    }
  }

  private final UUID organisation = Ids.next();
  private final Actor ada = actor("work.*", "print.sheets");
  private final List<AuditEntry> trail = new ArrayList<>();
  private final Jdbc jdbc = new Jdbc(database.application());
  private final Submissions submissions = new Submissions(jdbc, new Dependencies(jdbc));
  private final Endings endings = new Endings(jdbc);
  private final JobReads reads = new JobReads(jdbc);
  private final Repeats repeats =
      new Repeats(
          submissions,
          reads,
          OpenKinds.of(new Open(), new Fixed()),
          new Untold(),
          new KeptTrail(),
          Clock.fixed(NOON, ZoneOffset.UTC));

  @Test
  void doesAJobAgainWithAnotherPayloadAndLeavesTheOldOne() {
    long old = cancelled("test.open");

    JobView again = repeat(ada, old, "{\"copies\": 2, \"text\": \"b\"}");

    assertThat(again.id()).isNotEqualTo(old);
    assertThat(payload(again.id())).isEqualTo(JsonText.tree("{\"text\":\"b\",\"copies\":2}"));
    assertThat(payload(old)).isEqualTo(JsonText.tree("{\"text\":\"a\",\"copies\":1}"));
    assertThat(trail).hasSize(1);
    assertThat(trail.get(0).subjectId()).isEqualTo(Long.toString(old));
    assertThat(trail.get(0).after())
        .isEqualTo(Map.of("job", Long.toString(again.id()), "payloadChanged", true));
  }

  @Test
  void doesAJobAgainWithWhatItHadWhenNoOtherPayloadIsGiven() {
    JobView again = repeat(ada, cancelled("test.fixed"), null);

    assertThat(payload(again.id())).isEqualTo(JsonText.tree("{\"text\":\"a\",\"copies\":1}"));
    assertThat(trail.get(0).after())
        .isEqualTo(Map.of("job", Long.toString(again.id()), "payloadChanged", false));
  }

  @Test
  void namesTheMemberThatDoesNotFit() {
    long old = cancelled("test.open");

    assertThatThrownBy(() -> repeat(ada, old, "{\"copies\": \"two\", \"text\": \"b\"}"))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("payload.copies");
    assertThat(trail).isEmpty();
  }

  @Test
  void aKindThatDoesNotAllowItKeepsItsPayload() {
    long old = cancelled("test.fixed");

    assertThatThrownBy(() -> repeat(ada, old, "{\"copies\": 2}"))
        .isInstanceOf(NotRepeatableProblem.class)
        .hasMessageContaining("test.fixed let nobody change it");
    assertThat(mayChange(ada, old)).isFalse();
  }

  @Test
  void whoMayNotAskForTheKindMayNotChangeThePayloadEither() {
    long old = cancelled("test.open");
    Actor bea = actor("work.*");

    assertThatThrownBy(() -> repeat(bea, old, "{\"copies\": 2}"))
        .isInstanceOf(ForbiddenProblem.class);
    assertThat(mayChange(bea, old)).isFalse();
    assertThat(mayChange(ada, old)).isTrue();
    assertThat(repeat(bea, old, null).state()).isEqualTo(JobState.QUEUED);
  }

  private long cancelled(String kind) {
    SubmitJob command = new SubmitJob(kind, new Sheet("a", 1));
    long id =
        submissions
            .add(new NewJob(command, "print", "{\"text\":\"a\",\"copies\":1}", 1, NOON, ada))
            .id();
    assertThat(endings.cancelWaiting(organisation, id, NOON)).isPresent();
    return id;
  }

  private JobView repeat(Actor actor, long id, String payload) {
    RepeatJob changes = new RepeatJob(payload == null ? null : JsonText.tree(payload));
    return as(actor, () -> repeats.repeat(id, changes));
  }

  private boolean mayChange(Actor actor, long id) {
    return as(actor, () -> repeats.mayChangePayload(id));
  }

  private static <T> T as(Actor actor, Supplier<T> act) {
    AtomicReference<T> done = new AtomicReference<>();
    CallContext.runAs(actor, () -> done.set(act.get()));
    return done.get();
  }

  private Object payload(long id) {
    return JsonText.tree(reads.payload(organisation, id).orElseThrow());
  }

  private Actor actor(String... permissions) {
    return new Actor(
        Ids.next(), organisation, "ada@example.org", Actor.Kind.PERSON, Set.of(permissions));
  }

  private final class KeptTrail extends AuditTrail {
    @Override
    public void record(AuditEntry entry) {
      trail.add(entry);
    }
  }

  private static final class Untold extends AfterCommit {
    @Override
    public void submitted(Freed job) {
      // Nobody waits for it here.
    }
  }
}
