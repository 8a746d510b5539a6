package org.stoa.work.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stoa.work.inbound.MessageScene.EXPIRED;
import static org.stoa.work.inbound.MessageScene.GOOD;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.ForbiddenProblem;
import org.stoa.shared.Ids;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.JsonText;
import org.stoa.shared.MapConfig;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.PageRequest;
import org.stoa.shared.TickingClock;
import org.stoa.shared.store.TestDatabase;
import org.stoa.work.InboundMessageView;
import org.stoa.work.InboundMessages;
import org.stoa.work.InboundQuery;
import org.stoa.work.InboundState;
import org.stoa.work.MessageHandledProblem;
import org.stoa.work.PutBackMessage;
import org.stoa.work.SubmitJob;
import org.stoa.work.store.InboundRecords;
import org.stoa.work.store.Jdbc;

class RefusedMessagesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final PageRequest ALL = new PageRequest(200, Optional.empty());

  private final MessageScene scene = new MessageScene();
  private final TickingClock clock = new TickingClock(NOON);
  private final NumberedJobs submitted = new NumberedJobs();
  private final List<AuditEntry> trail = new ArrayList<>();
  private final InboundMessages messages = messages();
  private final Actor ada = actor("*");
  private final Actor operator = actor("*", "platform.*");

  @Test
  void putsBackInTheNameOfWhoDoesOnceTheCauseIsMended() {
    UUID id = refused(scene.message().replace(GOOD, EXPIRED));

    InboundMessageView put = as(ada, () -> messages.putBack(id, PutBackMessage.unchanged()));

    assertThat(put.state()).isEqualTo(InboundState.PUT_BACK);
    assertThat(put.job()).isEqualTo(1);
    assertThat(put.handledBy()).isEqualTo("ada@example.org");
    assertThat(put.handledAt()).isEqualTo(NOON);
    assertThat(submitted.commands)
        .containsExactly(
            new SubmitJob("test.print", new MessageScene.Print("hey", 2)).withKey("order-7"));
    assertThat(trail).extracting(AuditEntry::action).containsExactly("inbound-message.put-back");
  }

  @Test
  void putsBackWithAnotherKindOrPayload() {
    UUID id = refused(scene.message().replace("test.print", "test.paint"));

    as(ada, () -> messages.putBack(id, new PutBackMessage("test.print", null)));
    UUID other = refused(scene.message("").replace("\"hey\"", "7"));
    as(
        ada,
        () ->
            messages.putBack(
                other,
                new PutBackMessage(null, JsonText.tree("{\"text\": \"ho\", \"copies\": 1}"))));

    assertThat(submitted.commands)
        .extracting(SubmitJob::payload)
        .containsExactly(new MessageScene.Print("hey", 2), new MessageScene.Print("ho", 1));
  }

  @Test
  void whatStillDoesNotFitStaysRefused() {
    UUID id = refused(scene.message().replace("\"hey\"", "7"));

    assertThatThrownBy(() -> as(ada, () -> messages.putBack(id, PutBackMessage.unchanged())))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("payload.text");
    assertThat(as(ada, () -> messages.find(id)).state()).isEqualTo(InboundState.REFUSED);
  }

  @Test
  void aRefusedMessageIsDecidedAboutOnce() {
    UUID id = refused(scene.message().replace(GOOD, EXPIRED));
    InboundMessageView discarded = as(ada, () -> messages.discard(id));

    assertThat(discarded.state()).isEqualTo(InboundState.DISCARDED);
    assertThat(trail).extracting(AuditEntry::action).containsExactly("inbound-message.discarded");
    assertThatThrownBy(() -> as(ada, () -> messages.putBack(id, PutBackMessage.unchanged())))
        .isInstanceOf(MessageHandledProblem.class);
    assertThatThrownBy(() -> as(ada, () -> messages.discard(id)))
        .isInstanceOf(MessageHandledProblem.class);
    assertThat(submitted.commands).isEmpty();
  }

  @Test
  void aKeyThatIsAJobAlreadyIsNotPutBack() {
    UUID id = refused(scene.message().replace(GOOD, EXPIRED));
    UUID again = refused(scene.message().replace(GOOD, EXPIRED));
    as(ada, () -> messages.putBack(id, PutBackMessage.unchanged()));

    assertThatThrownBy(() -> as(ada, () -> messages.putBack(again, PutBackMessage.unchanged())))
        .isInstanceOf(ConflictProblem.class)
        .hasMessageContaining("order-7");
  }

  @Test
  void whoPutsBackNeedsThePermissionThatTheKindWants() {
    UUID id = refused(scene.message().replace(GOOD, EXPIRED));

    assertThatThrownBy(
            () -> as(actor("work.*"), () -> messages.putBack(id, PutBackMessage.unchanged())))
        .isInstanceOf(ForbiddenProblem.class);
  }

  @Test
  void anotherOrganisationDoesNotSeeTheMessage() {
    UUID id = refused(scene.message().replace(GOOD, EXPIRED));
    Actor stranger =
        new Actor(Ids.next(), Ids.next(), "eve", Actor.Kind.PERSON, Set.of("*", "platform.*"));

    assertThat(as(stranger, () -> messages.list(InboundQuery.all(), ALL)).items())
        .extracting(InboundMessageView::id)
        .doesNotContain(id);
    assertThatThrownBy(() -> as(stranger, () -> messages.discard(id)))
        .isInstanceOf(NotFoundProblem.class);
  }

  @Test
  void nobodysMessageIsSeenByTheInstallationsPeopleOnlyAndBecomesTheirs() {
    UUID id = refused(scene.message("").replace(GOOD, "made-up"));

    assertThatThrownBy(() -> as(ada, () -> messages.find(id))).isInstanceOf(NotFoundProblem.class);
    assertThat(as(ada, () -> messages.list(InboundQuery.all(), ALL)).items()).isEmpty();
    assertThat(as(operator, () -> messages.find(id)).nobodys()).isTrue();

    as(operator, () -> messages.putBack(id, PutBackMessage.unchanged()));
    assertThat(as(ada, () -> messages.find(id)).nobodys()).isFalse();
  }

  @Test
  void whatIsForAnotherOrganisationCanOnlyBeDiscarded() {
    String other = UUID.randomUUID().toString();
    UUID id = refused(scene.message().replace(scene.organisation.toString(), other));

    assertThatThrownBy(() -> as(ada, () -> messages.putBack(id, PutBackMessage.unchanged())))
        .isInstanceOf(ConflictProblem.class)
        .hasMessageContaining(other);
    assertThat(as(ada, () -> messages.discard(id)).state()).isEqualTo(InboundState.DISCARDED);
  }

  @Test
  void whatIsNoJsonNeedsKindAndPayload() {
    UUID id = refused("copies=2");

    assertThatThrownBy(() -> as(operator, () -> messages.putBack(id, PutBackMessage.unchanged())))
        .hasMessageContaining("kind");
    PutBackMessage kindOnly = new PutBackMessage("test.print", null);
    assertThatThrownBy(() -> as(operator, () -> messages.putBack(id, kindOnly)))
        .hasMessageContaining("payload");
  }

  @Test
  void showsStatesAPageAtATimeAndForgetsWhatIsOld() {
    UUID first = refused(scene.message().replace(GOOD, EXPIRED));
    UUID second = refused(scene.message().replace(GOOD, EXPIRED));
    as(ada, () -> messages.discard(first));

    InboundQuery refused = InboundQuery.in(InboundState.REFUSED);
    assertThat(as(ada, () -> messages.list(refused, ALL)).items())
        .extracting(InboundMessageView::id)
        .containsExactly(second);
    PageRequest one = new PageRequest(1, Optional.empty());
    String next = as(ada, () -> messages.list(InboundQuery.all(), one)).next().orElseThrow();
    assertThat(
            as(ada, () -> messages.list(InboundQuery.all(), new PageRequest(1, Optional.of(next))))
                .items())
        .extracting(InboundMessageView::id)
        .containsExactly(first);

    assertThat(as(Actor.installation(), messages::forgetOld)).isZero();
    clock.tick(Duration.ofDays(31));
    assertThat(as(Actor.installation(), messages::forgetOld)).isGreaterThanOrEqualTo(2);
    assertThat(as(ada, () -> messages.list(InboundQuery.all(), ALL)).items()).isEmpty();
  }

  private UUID refused(String text) {
    messages.receive(MessageScene.delivery(text));
    return as(operator, () -> messages.list(InboundQuery.all(), ALL)).items().get(0).id();
  }

  private static <T> T as(Actor actor, Callable<T> action) {
    try {
      return CallContext.callAs(actor, action);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Actor actor(String... permissions) {
    return new Actor(
        Ids.next(), scene.organisation, "ada@example.org", Actor.Kind.PERSON, Set.of(permissions));
  }

  private InboundMessages messages() {
    MessageReader reader = scene.reader();
    InboundRecords records = new InboundRecords(new Jdbc(database.application()));
    AuditTrail kept =
        new AuditTrail(null, clock) {
          @Override
          public void record(AuditEntry entry) {
            trail.add(entry);
          }
        };
    return new InboundMessages(
        new MessageIntake(reader, new MessageDesk(records, submitted, clock)),
        new RefusedMessages(records, reader, submitted, kept, clock),
        records,
        MessageScene.settings(new MapConfig(Map.of())),
        clock);
  }
}
