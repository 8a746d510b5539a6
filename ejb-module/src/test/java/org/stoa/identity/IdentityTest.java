package org.stoa.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stoa.audit.AuditQuery;
import org.stoa.audit.AuditTrail;
import org.stoa.audit.AuditView;
import org.stoa.audit.store.AuditRecords;
import org.stoa.identity.domain.EmailAddress;
import org.stoa.identity.domain.LockoutPolicy;
import org.stoa.identity.store.CallerCache;
import org.stoa.identity.store.FailedSignInRecords;
import org.stoa.identity.store.NewPeople;
import org.stoa.identity.store.OrganisationRecords;
import org.stoa.identity.store.PeopleRecords;
import org.stoa.identity.store.SessionRecords;
import org.stoa.identity.token.AccessTokens;
import org.stoa.identity.token.Passwords;
import org.stoa.identity.token.QuickPasswords;
import org.stoa.shared.Actor;
import org.stoa.shared.CallContext;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.MapConfig;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.Settings;
import org.stoa.shared.TickingClock;
import org.stoa.shared.UnauthenticatedProblem;
import org.stoa.shared.store.TestDatabase;

/** The room on a real database, from the first start on. */
class IdentityTest {

  @RegisterExtension static final TestDatabase database = new TestDatabase();

  private static final String PASSWORD = "correct horse battery";

  private final TickingClock clock = new TickingClock(Instant.parse("2026-03-01T12:00:00Z"));
  private final DSLContext sql = database.sql();
  private final PeopleRecords people = new PeopleRecords(sql);
  private final OrganisationRecords organisations = new OrganisationRecords(sql);
  private final Passwords passwords = QuickPasswords.create();
  private final AuditTrail trail = new AuditTrail(new AuditRecords(sql), clock);
  private final CallerCache callers = new CallerCache(people, clock);
  private final NewPeople newPeople = new NewPeople(people, passwords, clock);
  private final IdentitySettings settings = settings("admin@stoa.local");
  private final FailedSignInRecords failures = new FailedSignInRecords(sql);
  private final SignIn signIn = new SignIn(people, failures, callers, passwords, trail, clock);
  private final SessionRecords sessions = new SessionRecords(sql);
  private final AccessTokens accessTokens = new AccessTokens(settings, clock);
  private final Tokens tokens =
      new Tokens(signIn, sessions, callers, accessTokens, settings, trail, clock);
  private final People front = new People(people, organisations, newPeople, callers, trail, clock);
  private final Organisations houses = new Organisations(organisations, newPeople, trail, clock);

  private Actor administrator;

  @BeforeEach
  void firstStart() {
    start(settings);
    administrator = signIn.signIn("admin@stoa.local", PASSWORD);
  }

  @Test
  void theFirstStartAddsTheAdministratorOnce() {
    start(settings("ADMIN@stoa.local"));
    start(settings("admin@stoa.local", "another password"));

    assertThat(signIn.signIn("admin@stoa.local", PASSWORD)).isEqualTo(administrator);
    assertThat(administrator.may("study.create")).isTrue();
    assertThat(administrator.may(IdentityPermissions.ORGANISATIONS_CREATE)).isTrue();
  }

  @Test
  void aStartWithoutAnAdministratorIsFineOnceThereIsOne() {
    start(withoutAdministrator());

    assertThat(houses.installed()).isTrue();
  }

  @Test
  void signsInWhateverTheCaseOfTheAddressAndSaysSoInTheTrail() {
    Caller caller = signIn.authenticate(Credentials.of(" Admin@STOA.local", PASSWORD));

    assertThat(caller.actor().name()).isEqualTo("admin@stoa.local");
    assertThat(caller.roles()).containsExactlyInAnyOrder(Roles.ADMINISTRATOR, Roles.PLATFORM);
    assertThat(actions(administrator)).startsWith("person.signed-in");
  }

  @Test
  void answersAnUnknownAddressLikeAWrongPassword() {
    String unknown = refusal("nobody@example.org", PASSWORD);

    assertThat(refusal(person("VIEWER"), "wrong password")).isEqualTo(unknown);
    assertThat(refusal("no address at all", PASSWORD)).isEqualTo(unknown);
  }

  @Test
  void namesTheMissingFields() {
    assertThatThrownBy(() -> signIn.signIn(null, ""))
        .isInstanceOfSatisfying(
            InvalidProblem.class,
            problem -> assertThat(problem.members().toString()).contains("email", "password"));
  }

  @Test
  void locksAfterFiveFailuresEvenForTheRightPasswordUntilTheTimeIsOver() {
    String email = person("VIEWER");
    for (int i = 0; i < 5; i++) {
      refusal(email, "wrong password " + i);
    }

    assertThatThrownBy(() -> signIn.signIn(email, PASSWORD))
        .isInstanceOfSatisfying(
            LockedProblem.class,
            problem -> assertThat(problem.members()).containsEntry("retryAfter", 60L));
    clock.tick(Duration.ofSeconds(60));
    assertThat(signIn.signIn(email, PASSWORD).name()).isEqualTo(email);
    assertThat(actions(administrator)).contains("person.sign-in-locked", "person.sign-in-refused");
  }

  @Test
  void signingInForgetsTheFailures() {
    String email = person("VIEWER");
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 4; i++) {
        refusal(email, "wrong password");
      }
      assertThat(signIn.signIn(email, PASSWORD).name()).isEqualTo(email);
    }
  }

  @Test
  void countsFailuresThatComeAtTheSameTime() throws Exception {
    EmailAddress email = EmailAddress.in(unique() + "@example.org").orElseThrow();
    Instant now = clock.instant();
    Callable<Object> fail = () -> failures.count(email, LockoutPolicy.STANDARD, now);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (Future<Object> done : threads.invokeAll(Collections.nCopies(40, fail))) {
        done.get();
      }
    } finally {
      threads.shutdown();
    }

    assertThat(failures.of(email).failures()).isEqualTo(40);
  }

  @Test
  void forgetsFailuresOfLongAgo() {
    EmailAddress old = EmailAddress.in(unique() + "@example.org").orElseThrow();
    failures.count(old, LockoutPolicy.STANDARD, clock.instant());
    clock.tick(Duration.ofDays(1).plusSeconds(1));
    failures.count(
        EmailAddress.in(unique() + "@example.org").orElseThrow(),
        LockoutPolicy.STANDARD,
        clock.instant());

    assertThat(failures.of(old).failures()).isZero();
  }

  @Test
  void rolesPermitWhatTheySay() {
    Actor viewer = signIn.signIn(person("VIEWER"), PASSWORD);
    Actor editor = signIn.signIn(person("EDITOR"), PASSWORD);

    assertThat(viewer.may("study.read")).isTrue();
    assertThat(viewer.may("study.create")).isFalse();
    assertThat(viewer.may(IdentityPermissions.ORGANISATIONS_READ)).isFalse();
    assertThat(editor.may("study.create")).isTrue();
    assertThat(editor.may(IdentityPermissions.PEOPLE_CREATE)).isFalse();
  }

  @Test
  void keepsNeitherPasswordsNorTokensInClear() {
    String email = person("VIEWER");
    TokenPair pair = tokens.issue(email, PASSWORD);

    String rows =
        sql.fetch("SELECT * FROM identity_person").format()
            + sql.fetch("SELECT * FROM identity_refresh_token").format()
            + sql.fetch("SELECT * FROM identity_session").format()
            + sql.fetch("SELECT * FROM audit_entry").format();

    assertThat(rows).contains("PBKDF2WithHmacSHA512:");
    assertThat(rows).doesNotContain(PASSWORD, pair.refreshToken(), pair.accessToken());
  }

  @Test
  void tokensSayWhoIsCalling() {
    String email = person("EDITOR");
    TokenPair pair = tokens.issue(email, PASSWORD);

    assertThat(pair.expiresIn()).isEqualTo(900);
    assertThat(tokens.verify(pair.accessToken()).name()).isEqualTo(email);
    assertThat(tokens.caller(pair.accessToken()).roles()).containsExactly("EDITOR");
  }

  @Test
  void aRefreshTokenGivesTheNextPairOnce() {
    TokenPair first = tokens.issue(person("EDITOR"), PASSWORD);
    TokenPair second = tokens.refresh(first.refreshToken());

    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(tokens.verify(second.accessToken())).isEqualTo(tokens.verify(first.accessToken()));
    assertThat(tokens.refresh(second.refreshToken()).accessToken()).isNotBlank();
  }

  @Test
  void aSecondUseOfARefreshTokenEndsTheWholeSession() {
    TokenPair first = tokens.issue(person("EDITOR"), PASSWORD);
    TokenPair second = tokens.refresh(first.refreshToken());
    tokens.verify(second.accessToken());

    refusesRefresh(first.refreshToken());

    refusesRefresh(second.refreshToken());
    refusesAccess(second.accessToken());
    assertThat(actions(administrator)).contains("session.token-reused");
  }

  @Test
  void ofTwoWhoRefreshAtTheSameTimeAtMostOneIsServedAndTheSessionEnds() throws Exception {
    TokenPair pair = tokens.issue(person("EDITOR"), PASSWORD);
    Callable<Boolean> refresh =
        () -> {
          try {
            return !tokens.refresh(pair.refreshToken()).refreshToken().isEmpty();
          } catch (UnauthenticatedProblem e) {
            return false;
          }
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Boolean> worked = new ArrayList<>();
    try {
      for (Future<Boolean> done : threads.invokeAll(List.of(refresh, refresh))) {
        worked.add(done.get());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(worked).contains(false);
    refusesRefresh(pair.refreshToken());
    refusesAccess(pair.accessToken());
  }

  @Test
  void revokingEndsTheSessionAtOnceAndUnknownTokensChangeNothing() {
    TokenPair pair = tokens.issue(person("EDITOR"), PASSWORD);
    tokens.verify(pair.accessToken());

    tokens.revoke("never heard of");
    tokens.revoke(pair.refreshToken());
    tokens.revoke(pair.refreshToken());

    refusesRefresh(pair.refreshToken());
    refusesAccess(pair.accessToken());
  }

  @Test
  void aSessionEndsAfterItsDays() {
    TokenPair pair = tokens.issue(person("EDITOR"), PASSWORD);
    clock.tick(Duration.ofDays(14));

    refusesRefresh(pair.refreshToken());
  }

  @Test
  void aPersonShutOutIsRefusedEverywhere() throws Exception {
    String email = person("EDITOR");
    TokenPair pair = tokens.issue(email, PASSWORD);
    UUID id = tokens.verify(pair.accessToken()).id();

    as(administrator, () -> front.change(id, PersonView.State.DISABLED));

    refusesAccess(pair.accessToken());
    refusesRefresh(pair.refreshToken());
    assertThat(signIn.current(administrator.organisation(), id)).isEmpty();
    assertThat(refusal(email, PASSWORD)).contains("shut out");
    as(administrator, () -> front.change(id, PersonView.State.ACTIVE));
    assertThat(signIn.signIn(email, PASSWORD).id()).isEqualTo(id);
  }

  @Test
  void anotherNodeRefusesAPersonShutOutWithinHalfAMinute() throws Exception {
    TokenPair pair = tokens.issue(person("EDITOR"), PASSWORD);
    CallerCache otherNode = new CallerCache(people, clock);
    Tokens there = new Tokens(signIn, sessions, otherNode, accessTokens, settings, trail, clock);
    UUID id = there.verify(pair.accessToken()).id();

    as(administrator, () -> front.change(id, PersonView.State.DISABLED));
    clock.tick(Duration.ofSeconds(30));

    assertThatThrownBy(() -> there.verify(pair.accessToken()))
        .isInstanceOf(UnauthenticatedProblem.class);
  }

  @Test
  void nobodyShutsOutThemselves() {
    assertThatThrownBy(
            () ->
                as(
                    administrator,
                    () -> front.change(administrator.id(), PersonView.State.DISABLED)))
        .isInstanceOf(ConflictProblem.class);
  }

  @Test
  void refusesAnAddressThatIsTakenAndNamesTheField() {
    String email = person("VIEWER");

    assertThatThrownBy(() -> create(email.toUpperCase(Locale.ROOT), "VIEWER"))
        .isInstanceOfSatisfying(
            ConflictProblem.class,
            problem -> assertThat(problem.members()).containsEntry("field", "email"));
  }

  @Test
  void namesEveryWrongFieldOfAPersonAndAddsNothing() throws Exception {
    int before = sql.fetchCount(sql.selectFrom("identity_person"));

    assertThatThrownBy(
            () ->
                as(
                    administrator,
                    () -> front.create(new CreatePerson("none", "a\u0000b", "short", "PLATFORM"))))
        .isInstanceOfSatisfying(
            InvalidProblem.class,
            problem ->
                assertThat(problem.members().get("errors"))
                    .asInstanceOf(InstanceOfAssertFactories.list(InvalidProblem.FieldError.class))
                    .extracting(InvalidProblem.FieldError::field)
                    .containsExactlyInAnyOrder("role", "email", "name", "password"));
    assertThat(sql.fetchCount(sql.selectFrom("identity_person"))).isEqualTo(before);
  }

  @Test
  void aSecondOrganisationHasItsOwnPeopleOnly() throws Exception {
    String mine = person("VIEWER");
    Actor other = otherOrganisation();

    Page<PersonView> theirs = as(other, () -> front.list(PageRequest.of(null, null)));

    assertThat(theirs.items()).extracting(PersonView::email).containsExactly(other.name());
    UUID id = signIn.signIn(mine, PASSWORD).id();
    assertThatThrownBy(() -> as(other, () -> front.find(id))).isInstanceOf(NotFoundProblem.class);
    assertThatThrownBy(() -> as(other, () -> front.change(id, PersonView.State.DISABLED)))
        .isInstanceOf(NotFoundProblem.class);
    assertThatThrownBy(() -> as(other, () -> houses.find(administrator.organisation())))
        .isInstanceOf(NotFoundProblem.class);
    assertThat(other.may("study.create")).isTrue();
    assertThat(other.may(IdentityPermissions.ORGANISATIONS_CREATE)).isFalse();
  }

  @Test
  void thePlatformSeesAllOrganisationsPageByPage() throws Exception {
    otherOrganisation();
    otherOrganisation();

    Page<OrganisationView> first =
        as(administrator, () -> houses.list(new PageRequest(2, Optional.empty())));
    Page<OrganisationView> rest =
        as(administrator, () -> houses.list(new PageRequest(200, first.next())));

    assertThat(first.items()).hasSize(2);
    assertThat(rest.items()).doesNotContainAnyElementsOf(first.items()).isNotEmpty();
  }

  @Test
  void refusesAnOrganisationWhoseNameIsTaken() throws Exception {
    OrganisationView taken = as(administrator, () -> houses.find(administrator.organisation()));
    String name = taken.name().toUpperCase(Locale.ROOT);

    assertThatThrownBy(
            () ->
                as(
                    administrator,
                    () ->
                        houses.create(new CreateOrganisation(name, unique() + "@x.org", PASSWORD))))
        .isInstanceOf(ConflictProblem.class);
  }

  @Test
  void whoBelongsToTwoOrganisationsChooses() throws Exception {
    Actor other = otherOrganisation();
    String name = as(other, () -> houses.find(other.organisation())).name();
    clock.tick(Duration.ofSeconds(1));
    people.join(administrator.organisation(), other.id(), List.of("VIEWER"), clock.instant());

    assertThat(signIn.signIn(other.name(), PASSWORD).organisation())
        .isEqualTo(other.organisation());
    assertThat(enter(other.name(), name.toUpperCase(Locale.ROOT)).organisation())
        .isEqualTo(other.organisation());
    assertThat(enter(other.name(), administrator.organisation().toString()).permissions())
        .containsExactly("*.read");
    assertThatThrownBy(() -> enter(other.name(), "'; DROP TABLE identity_person; --"))
        .isInstanceOf(UnauthenticatedProblem.class);
  }

  @Test
  void meSaysWhoForWhomAndWhatIsPermitted() throws Exception {
    MeView me = as(administrator, front::me);

    assertThat(me.email()).isEqualTo("admin@stoa.local");
    assertThat(me.organisation().name()).isEqualTo("Stoa Demonstration");
    assertThat(me.roles()).containsExactly("ADMINISTRATOR", "PLATFORM");
    assertThat(me.permissions()).containsExactly("*", "platform.*");
  }

  private String person(String role) {
    String email = unique() + "@example.org";
    create(email, role);
    return email;
  }

  private PersonView create(String email, String role) {
    try {
      return as(
          administrator,
          () -> front.create(new CreatePerson(email, "O'Neill \uD83D\uDE00", PASSWORD, role)));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Actor otherOrganisation() throws Exception {
    String name = unique();
    as(
        administrator,
        () -> houses.create(new CreateOrganisation(name, name + "@example.net", PASSWORD)));
    return signIn.signIn(name + "@example.net", PASSWORD);
  }

  private Actor enter(String email, String organisation) {
    return signIn.authenticate(new Credentials(email, PASSWORD, Optional.of(organisation))).actor();
  }

  private String refusal(String email, String password) {
    try {
      return "let in " + signIn.signIn(email, password);
    } catch (UnauthenticatedProblem e) {
      return e.detail();
    }
  }

  private void refusesRefresh(String token) {
    assertThatThrownBy(() -> tokens.refresh(token)).isInstanceOf(UnauthenticatedProblem.class);
  }

  private void refusesAccess(String token) {
    assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(UnauthenticatedProblem.class);
  }

  private List<String> actions(Actor actor) {
    try {
      return as(actor, () -> trail.list(AuditQuery.all(), PageRequest.of(200, null)))
          .items()
          .stream()
          .map(AuditView::action)
          .toList();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void start(IdentitySettings at) {
    sql.transaction(
        inside ->
            new FirstStart(
                    at,
                    new OrganisationRecords(inside.dsl()),
                    new PeopleRecords(inside.dsl()),
                    new NewPeople(new PeopleRecords(inside.dsl()), passwords, clock),
                    new AuditTrail(new AuditRecords(inside.dsl()), clock),
                    clock)
                .prepare());
  }

  private static <T> T as(Actor actor, Callable<T> action) throws Exception {
    return CallContext.callAs(actor, action);
  }

  private static String unique() {
    return "p" + UUID.randomUUID();
  }

  private static IdentitySettings settings(String email) {
    return settings(email, PASSWORD);
  }

  private static IdentitySettings settings(String email, String password) {
    return new IdentitySettings(
        new Settings(
            new MapConfig(
                Map.of(
                    "stoa.token.key",
                    Base64.getEncoder().encodeToString(new byte[32]),
                    "stoa.admin.email",
                    email,
                    "stoa.admin.password",
                    password))));
  }

  private static IdentitySettings withoutAdministrator() {
    String key = Base64.getEncoder().encodeToString(new byte[32]);
    return new IdentitySettings(new Settings(new MapConfig(Map.of("stoa.token.key", key))));
  }
}
