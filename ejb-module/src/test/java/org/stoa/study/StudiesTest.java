package org.stoa.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.audit.AuditQuery;
import org.stoa.audit.AuditTrail;
import org.stoa.audit.AuditView;
import org.stoa.audit.store.AuditRecords;
import org.stoa.data.Loads;
import org.stoa.data.ReadOptions;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.StaleVersionProblem;
import org.stoa.shared.store.TestDatabase;
import org.stoa.shared.store.TestEntities;
import org.stoa.study.store.StudyRecords;
import org.stoa.work.JobId;

class StudiesTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
  private static final RecordedLoads LOADS = new RecordedLoads();
  private static TestEntities entities;

  private final Actor ada = person("ada@example.org", UUID.randomUUID());
  private final Actor eve = person("eve@example.net", UUID.randomUUID());

  @BeforeAll
  static void open() {
    entities = new TestEntities(database);
  }

  @AfterAll
  static void close() {
    entities.close();
  }

  @Test
  void createsAStudyThatCanBeFound() {
    StudyView created = as(ada, studies -> studies.create(new CreateStudy("S-1", " It's 😀 ")));

    assertThat(created.code()).isEqualTo("S-1");
    assertThat(created.title()).isEqualTo("It's 😀");
    assertThat(created.createdAt()).isEqualTo(NOON);
    assertThat(created.createdBy()).isEqualTo("ada@example.org");
    assertThat(find(ada, created.id())).isEqualTo(created);
  }

  @Test
  void saysInTheTrailWhatWasCreated() {
    StudyView created = create(ada, "S-1");

    AuditView entry = history(ada, created.id()).get(0);
    assertThat(entry.action()).isEqualTo("study.created");
    assertThat(entry.after().asJsonObject().getString("code")).isEqualTo("S-1");
  }

  @Test
  void refusesACodeThatIsTakenWhateverTheCase() {
    create(ada, "Trial-7");

    assertThatThrownBy(() -> create(ada, "TRIAL-7"))
        .isInstanceOf(ConflictProblem.class)
        .hasMessageContaining("TRIAL-7");
    assertThat(list(ada, 10).items()).hasSize(1);
  }

  @Test
  void letsAnotherOrganisationUseTheSameCode() {
    create(ada, "S-1");

    assertThat(create(eve, "S-1").code()).isEqualTo("S-1");
  }

  @Test
  void storesNothingOfWhatIsRefused() {
    assertThatThrownBy(() -> create(ada, "no good")).isInstanceOf(InvalidProblem.class);

    assertThat(list(ada, 10).items()).isEmpty();
  }

  @Test
  void neverShowsAnotherOrganisationsStudies() {
    UUID id = create(ada, "S-1").id();

    assertThat(list(eve, 10).items()).isEmpty();
    assertThatThrownBy(() -> find(eve, id)).isInstanceOf(NotFoundProblem.class);
    assertThatThrownBy(() -> change(eve, id, 0, "Mine")).isInstanceOf(NotFoundProblem.class);
    assertThat(find(ada, id).title()).isEqualTo("A title");
  }

  @Test
  void pagesThroughAllStudiesOnce() {
    List<UUID> created = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      created.add(create(ada, "S-" + i).id());
    }

    List<UUID> seen = new ArrayList<>();
    Page<StudyView> page = list(ada, 2);
    page.items().forEach(study -> seen.add(study.id()));
    while (page.next().isPresent()) {
      PageRequest next = new PageRequest(2, page.next());
      page = as(ada, studies -> studies.list(next));
      page.items().forEach(study -> seen.add(study.id()));
    }

    assertThat(seen).containsExactlyInAnyOrderElementsOf(created);
  }

  @Test
  void namesTheParameterOfAWrongCursor() {
    assertThatThrownBy(() -> as(ada, studies -> studies.list(PageRequest.of(10, "'; DROP"))))
        .isInstanceOf(InvalidProblem.class)
        .hasMessageContaining("after");
  }

  @Test
  void changesTheTitleOfTheVersionThatWasRead() {
    StudyView created = create(ada, "S-1");

    StudyView changed = change(ada, created.id(), created.version(), "Another title");

    assertThat(changed.title()).isEqualTo("Another title");
    assertThat(changed.version()).isEqualTo(created.version() + 1);
    AuditView entry = history(ada, created.id()).get(0);
    assertThat(entry.action()).isEqualTo("study.changed");
    assertThat(entry.before().asJsonObject().getString("title")).isEqualTo("A title");
    assertThat(entry.after().asJsonObject().getString("title")).isEqualTo("Another title");
  }

  @Test
  void refusesAChangeOfAnOlderVersion() {
    StudyView created = create(ada, "S-1");
    change(ada, created.id(), created.version(), "Second");

    assertThatThrownBy(() -> change(ada, created.id(), created.version(), "Third"))
        .isInstanceOf(StaleVersionProblem.class);
    assertThat(find(ada, created.id()).title()).isEqualTo("Second");
  }

  @Test
  void saysNothingInTheTrailWhenNothingChanged() {
    StudyView created = create(ada, "S-1");

    StudyView same = change(ada, created.id(), created.version(), created.title());

    assertThat(same).isEqualTo(created);
    assertThat(history(ada, created.id())).hasSize(1);
  }

  @Test
  void loadsFilesIntoTheDatasetsOfTheStudy() {
    StudyView study = create(ada, "S-1");
    List<UUID> files = List.of(UUID.randomUUID(), UUID.randomUUID());

    JobId job = as(ada, studies -> studies.upload(study.id(), files, ReadOptions.DETECT));

    assertThat(LOADS.submitted).containsEntry(study.id(), files);
    AuditView entry = history(ada, study.id()).get(0);
    assertThat(entry.action()).isEqualTo("study.upload-accepted");
    assertThat(entry.after().asJsonObject().getJsonArray("files")).hasSize(2);
    assertThat(entry.after().asJsonObject().getJsonObject("job").getInt("value"))
        .isEqualTo((int) job.value());
  }

  @Test
  void loadsNothingIntoAnotherOrganisationsStudy() {
    UUID id = create(ada, "S-1").id();

    assertThatThrownBy(() -> as(eve, studies -> studies.receiving(id)))
        .isInstanceOf(NotFoundProblem.class);
    assertThatThrownBy(
            () ->
                as(
                    eve,
                    studies -> studies.upload(id, List.of(UUID.randomUUID()), ReadOptions.DETECT)))
        .isInstanceOf(NotFoundProblem.class);
    assertThat(LOADS.submitted).doesNotContainKey(id);
  }

  private static StudyView create(Actor actor, String code) {
    return as(actor, studies -> studies.create(new CreateStudy(code, "A title")));
  }

  private static StudyView find(Actor actor, UUID id) {
    return as(actor, studies -> studies.find(id));
  }

  private static StudyView change(Actor actor, UUID id, long version, String title) {
    return as(actor, studies -> studies.change(id, version, new ChangeStudy(title)));
  }

  private static Page<StudyView> list(Actor actor, int limit) {
    return as(actor, studies -> studies.list(new PageRequest(limit, Optional.empty())));
  }

  private static <T> T as(Actor actor, Function<Studies, T> action) {
    try {
      return CallContext.callAs(
          actor,
          () ->
              entities.inTransaction(
                  context ->
                      action.apply(new Studies(new StudyRecords(context), LOADS, trail(), CLOCK))));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<AuditView> history(Actor actor, UUID id) {
    List<AuditView> entries = new ArrayList<>();
    CallContext.runAs(
        actor,
        () ->
            entries.addAll(
                trail().list(AuditQuery.about("study", id), PageRequest.of(10, null)).items()));
    return entries;
  }

  private static AuditTrail trail() {
    return new AuditTrail(new AuditRecords(database.sql()), CLOCK);
  }

  private static Actor person(String email, UUID organisation) {
    return new Actor(UUID.randomUUID(), organisation, email, Actor.Kind.PERSON, Set.of("*"));
  }

  /** Remembers what was submitted; the loading itself has tests of its own. */
  private static final class RecordedLoads extends Loads {

    private final Map<UUID, List<UUID>> submitted = new HashMap<>();

    @Override
    public JobId submit(UUID owner, List<UUID> files, ReadOptions options) {
      submitted.put(owner, files);
      return new JobId(submitted.size());
    }
  }
}
