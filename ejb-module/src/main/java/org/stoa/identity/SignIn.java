package org.stoa.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.identity.domain.EmailAddress;
import org.stoa.identity.domain.LockoutPolicy;
import org.stoa.identity.domain.PasswordRules;
import org.stoa.identity.store.CallerCache;
import org.stoa.identity.store.FailedSignInRecords;
import org.stoa.identity.store.PeopleRecords;
import org.stoa.identity.token.Passwords;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.Fields;
import org.stoa.shared.UnauthenticatedProblem;

/**
 * Lets people in who know their password. It runs outside of any transaction, because a failure
 * must be counted although the call is refused.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {

  private static final String WRONG = "The e-mail address or the password is wrong.";

  private PeopleRecords people;
  private FailedSignInRecords failures;
  private CallerCache callers;
  private Passwords passwords;
  private AuditTrail trail;
  private Clock clock;

  /** For the container's proxies only. */
  protected SignIn() {}

  /** With the stores of people and of failures. */
  @Inject
  public SignIn(
      PeopleRecords people,
      FailedSignInRecords failures,
      CallerCache callers,
      Passwords passwords,
      AuditTrail trail,
      Clock clock) {
    this.people = people;
    this.failures = failures;
    this.callers = callers;
    this.passwords = passwords;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * As {@link #authenticate}, for the organisation that the person joined first.
   *
   * @return on whose behalf calls are made from now on
   */
  @Allowed(Allowed.ANYONE)
  public Actor signIn(String email, String password) {
    return authenticate(Credentials.of(email, password)).actor();
  }

  /**
   * Checks the password. An e-mail address that nobody has is answered like a wrong password, and
   * takes as long.
   *
   * @throws UnauthenticatedProblem when e-mail address, password or organisation is wrong, or the
   *     person is shut out
   * @throws LockedProblem after repeated failures, for a while
   * @throws org.stoa.shared.InvalidProblem when e-mail address or password is missing
   */
  @Allowed(Allowed.ANYONE)
  public Caller authenticate(Credentials credentials) {
    String password = checked(credentials);
    EmailAddress email =
        EmailAddress.in(credentials.email()).orElseThrow(() -> new UnauthenticatedProblem(WRONG));
    requireUnlocked(email);
    Optional<PeopleRecords.Known> person = people.known(email);
    if (!fits(person, password)) {
      throw refuse(email, person);
    }
    requireUnlocked(email);
    failures.forget(email);
    return enter(person.orElseThrow().id(), credentials.organisation());
  }

  /**
   * The person as one who may act for the organisation now; empty when shut out. For sessions of
   * browsers, which remember who signed in: the answer is at most half a minute old.
   */
  @Allowed(Allowed.ANYONE)
  public Optional<Caller> current(UUID organisation, UUID person) {
    return callers.caller(organisation, person);
  }

  private static String checked(Credentials credentials) {
    Fields fields = new Fields();
    fields.text("email", credentials.email(), 254);
    String password = credentials.password() == null ? "" : credentials.password();
    fields.require(!password.isEmpty(), "password", "is missing");
    fields.require(password.length() <= 2 * PasswordRules.MOST, "password", "is too long");
    fields.check();
    return password;
  }

  private boolean fits(Optional<PeopleRecords.Known> person, String password) {
    if (person.isEmpty()) {
      passwords.fitNobody(password);
      return false;
    }
    return passwords.fits(password, person.get().passwordHash());
  }

  private void requireUnlocked(EmailAddress email) {
    failures
        .of(email)
        .lockLeft(clock.instant())
        .ifPresent(
            left -> {
              throw new LockedProblem(left);
            });
  }

  private UnauthenticatedProblem refuse(EmailAddress email, Optional<PeopleRecords.Known> person) {
    var failed = failures.count(email, LockoutPolicy.STANDARD, clock.instant());
    boolean locked = failed.lockLeft(clock.instant()).isPresent();
    String action = locked ? "person.sign-in-locked" : "person.sign-in-refused";
    person.ifPresent(known -> audit(known.id(), email, action));
    return new UnauthenticatedProblem(WRONG);
  }

  /** Tells each organisation of the person, because it is not known which one was meant. */
  private void audit(UUID person, EmailAddress email, String action) {
    for (UUID organisation : people.organisations(person)) {
      Actor actor = new Actor(person, organisation, email.text(), Actor.Kind.PERSON, Set.of());
      trail.recordAs(actor, AuditEntry.happened(action, "person", person));
    }
  }

  private Caller enter(UUID person, Optional<String> wanted) {
    callers.forget(person);
    Caller caller =
        organisation(person, wanted)
            .flatMap(organisation -> callers.caller(organisation, person))
            .orElseThrow(() -> new UnauthenticatedProblem(shutOut(wanted)));
    trail.recordAs(caller.actor(), AuditEntry.happened("person.signed-in", "person", person));
    return caller;
  }

  private Optional<UUID> organisation(UUID person, Optional<String> wanted) {
    return wanted
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(text -> people.organisation(person, text))
        .orElseGet(
            () ->
                people.organisations(person).stream()
                    .filter(organisation -> callers.caller(organisation, person).isPresent())
                    .findFirst());
  }

  private static String shutOut(Optional<String> wanted) {
    return wanted.isPresent()
        ? "You do not belong to this organisation, or were shut out of it."
        : "You were shut out. Ask the administrator of your organisation.";
  }
}
