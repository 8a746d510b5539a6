package org.stoa.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stoa.audit.store.AuditRecords;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.UnauthenticatedProblem;
import org.stoa.shared.store.TestDatabase;

class AuditTrailTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  public record Study(String code, String title, Instant since) {}

  private final AuditTrail trail =
      new AuditTrail(new AuditRecords(database.sql()), Clock.fixed(NOON, ZoneOffset.UTC));

  private final Actor ada = person("ada@example.org", UUID.randomUUID());

  @Test
  void keepsWhoWhenWhatAndBothValues() throws Exception {
    Study before = new Study("S-1", "Title with ' and \uD83D\uDE00", NOON);
    as(
        ada,
        () -> trail.record(AuditEntry.changed("study", 7, before, new Study("S-1", "B", NOON))));

    AuditView entry = listAs(ada, AuditQuery.all()).items().get(0);

    assertThat(entry.at()).isEqualTo(NOON);
    assertThat(entry.actorId()).isEqualTo(ada.id());
    assertThat(entry.actorName()).isEqualTo("ada@example.org");
    assertThat(entry.actorKind()).isEqualTo("PERSON");
    assertThat(entry.action()).isEqualTo("study.changed");
    assertThat(entry.subjectType()).isEqualTo("study");
    assertThat(entry.subjectId()).isEqualTo("7");
    assertThat(entry.before().asJsonObject().getString("title"))
        .isEqualTo("Title with ' and \uD83D\uDE00");
    assertThat(entry.before().asJsonObject().getString("since")).isEqualTo("2026-03-01T12:00:00Z");
    assertThat(entry.after().asJsonObject().getString("title")).isEqualTo("B");
  }

  @Test
  void hasNoBeforeForWhatIsNewAndNoAfterForWhatIsGone() throws Exception {
    as(ada, () -> trail.record(AuditEntry.created("study", 8, new Study("S", "T", NOON))));
    as(ada, () -> trail.record(AuditEntry.deleted("study", 8, new Study("S", "T", NOON))));

    Page<AuditView> history = listAs(ada, AuditQuery.about("study", 8));

    assertThat(history.items())
        .extracting(AuditView::action)
        .containsExactly("study.deleted", "study.created");
    assertThat(history.items().get(0).after()).isNull();
    assertThat(history.items().get(1).before()).isNull();
  }

  @Test
  void pagesFromTheNewestToTheOldestWithoutLossOrRepetition() throws Exception {
    for (int i = 1; i <= 5; i++) {
      String id = Integer.toString(i);
      as(ada, () -> trail.record(AuditEntry.happened("study.opened", "study", id)));
    }
    PageRequest two = new PageRequest(2, Optional.empty());
    Page<AuditView> first = CallContext.callAs(ada, () -> trail.list(AuditQuery.all(), two));
    Page<AuditView> second = pageAfter(first);
    Page<AuditView> third = pageAfter(second);

    assertThat(first.items()).extracting(AuditView::subjectId).containsExactly("5", "4");
    assertThat(second.items()).extracting(AuditView::subjectId).containsExactly("3", "2");
    assertThat(third.items()).extracting(AuditView::subjectId).containsExactly("1");
    assertThat(third.next()).isEmpty();
  }

  @Test
  void filtersByActorAndAction() throws Exception {
    Actor bob = person("bob@example.org", ada.organisation());
    as(ada, () -> trail.record(AuditEntry.happened("study.opened", "study", "1")));
    as(bob, () -> trail.record(AuditEntry.happened("study.opened", "study", "2")));
    as(bob, () -> trail.record(AuditEntry.happened("study.locked", "study", "3")));

    assertThat(listAs(ada, new AuditQuery(null, null, bob.id(), "study.opened")).items())
        .extracting(AuditView::subjectId)
        .containsExactly("2");
  }

  @Test
  void neverShowsAnotherOrganisationsEntries() throws Exception {
    Actor stranger = person("eve@example.net", UUID.randomUUID());
    as(ada, () -> trail.record(AuditEntry.happened("study.opened", "study", "1")));
    UUID id = listAs(ada, AuditQuery.all()).items().get(0).id();

    assertThat(listAs(stranger, AuditQuery.all()).items()).isEmpty();
    assertThatThrownBy(() -> CallContext.callAs(stranger, () -> trail.find(id)))
        .isInstanceOf(NotFoundProblem.class);
    assertThat(CallContext.callAs(ada, () -> trail.find(id)).subjectId()).isEqualTo("1");
  }

  @Test
  void writesNothingWithoutAnActor() {
    assertThatThrownBy(() -> trail.record(AuditEntry.happened("study.opened", "study", "1")))
        .isInstanceOf(UnauthenticatedProblem.class);
  }

  @Test
  void namesTheParameterOfAWrongCursor() {
    assertThatThrownBy(
            () ->
                CallContext.callAs(
                    ada, () -> trail.list(AuditQuery.all(), PageRequest.of(10, "'; DROP"))))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET actor_name = 'somebody else'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "SET session_replication_role = 'replica'; DELETE FROM audit_entry"
      })
  void theDatabaseRefusesChangesEvenToTheOwner(String statement) throws Exception {
    as(ada, () -> trail.record(AuditEntry.happened("study.opened", "study", "1")));
    DSLContext owner = database.ownerSql();
    database
        .superuserSql()
        .execute("GRANT SET ON PARAMETER session_replication_role TO stoa_owner");
    int before = owner.fetchCount(owner.selectFrom("audit_entry"));

    assertThatThrownBy(() -> owner.execute(statement)).hasMessageContaining("append-only");

    assertThat(owner.fetchCount(owner.selectFrom("audit_entry"))).isEqualTo(before).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit_entry SET actor_name = 'somebody else'",
        "DELETE FROM audit_entry",
        "TRUNCATE audit_entry",
        "DROP TABLE audit_entry",
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL"
      })
  void theApplicationHasNoRightToChangeTheTrail(String statement) {
    assertThatThrownBy(() -> database.sql().execute(statement))
        .hasMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  private static Actor person(String email, UUID organisation) {
    return new Actor(
        UUID.randomUUID(), organisation, email, Actor.Kind.PERSON, Set.of("audit.read"));
  }

  private static void as(Actor actor, Runnable action) {
    CallContext.runAs(actor, action);
  }

  private Page<AuditView> listAs(Actor actor, AuditQuery query) throws Exception {
    Callable<Page<AuditView>> list = () -> trail.list(query, PageRequest.of(null, null));
    return CallContext.callAs(actor, list);
  }

  private Page<AuditView> pageAfter(Page<AuditView> page) throws Exception {
    PageRequest next = new PageRequest(2, page.next());
    return CallContext.callAs(ada, () -> trail.list(AuditQuery.all(), next));
  }
}
