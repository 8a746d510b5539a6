package org.stoa.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.identity.store.CallerCache;
import org.stoa.identity.store.NewPeople;
import org.stoa.identity.store.OrganisationRecords;
import org.stoa.identity.store.PeopleRecords;
import org.stoa.shared.Actor;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.Fields;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;

/** The people of the organisation of the call. */
@Stateless
public class People {

  private PeopleRecords people;
  private OrganisationRecords organisations;
  private NewPeople newPeople;
  private CallerCache callers;
  private AuditTrail trail;
  private Clock clock;

  /** For the container's proxies only. */
  protected People() {}

  /** With the stores of people and organisations. */
  @Inject
  public People(
      PeopleRecords people,
      OrganisationRecords organisations,
      NewPeople newPeople,
      CallerCache callers,
      AuditTrail trail,
      Clock clock) {
    this.people = people;
    this.organisations = organisations;
    this.newPeople = newPeople;
    this.callers = callers;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Adds a person with a first password and a role.
   *
   * @throws org.stoa.shared.InvalidProblem naming every field that is wrong
   * @throws ConflictProblem when the e-mail address is taken
   */
  @Allowed(IdentityPermissions.PEOPLE_CREATE)
  public PersonView create(CreatePerson command) {
    Fields fields = new Fields();
    fields.require(
        command.role() != null && Roles.OF_ORGANISATION.contains(command.role()),
        "role",
        "must be ADMINISTRATOR, EDITOR or VIEWER");
    NewPeople.Names names = new NewPeople.Names("email", "name", "password");
    NewPeople.Person person =
        newPeople.checked(fields, names, command.email(), command.name(), command.password());
    fields.check();
    UUID organisation = CallContext.organisation();
    newPeople.add(person, names, organisation, Set.of(command.role()));
    PersonView created = find(person.id());
    trail.record(AuditEntry.created("person", created.id(), created));
    return created;
  }

  /** The people of the organisation, in the order in which they were added. */
  @Allowed(IdentityPermissions.PEOPLE_READ)
  public Page<PersonView> list(PageRequest page) {
    return people.list(CallContext.organisation(), page);
  }

  /**
   * One person.
   *
   * @throws NotFoundProblem when the organisation has no such person
   */
  @Allowed(IdentityPermissions.PEOPLE_READ)
  public PersonView find(UUID id) {
    return people
        .find(CallContext.organisation(), id)
        .orElseThrow(() -> new NotFoundProblem("person", id));
  }

  /**
   * Shuts a person out of the organisation, or lets the person in again. Tokens and sessions of a
   * person shut out are refused within half a minute.
   *
   * @throws ConflictProblem when it is the caller: nobody can lock the own door from outside
   */
  @Allowed(IdentityPermissions.PEOPLE_CHANGE)
  public PersonView change(UUID id, PersonView.State state) {
    PersonView before = find(id);
    if (before.state() == state) {
      return before;
    }
    if (id.equals(CallContext.requiredActor().id())) {
      throw new ConflictProblem("state", "You cannot shut yourself out.");
    }
    Instant from = state == PersonView.State.DISABLED ? clock.instant() : null;
    people.disable(CallContext.organisation(), id, from);
    callers.forget(id);
    PersonView after = find(id);
    trail.record(AuditEntry.changed("person", id, before, after));
    return after;
  }

  /** Who is signed in, for which organisation, and what that permits. */
  @Allowed(Allowed.EVERYONE)
  public MeView me() {
    Actor actor = CallContext.requiredActor();
    OrganisationView organisation =
        organisations
            .find(actor.organisation())
            .orElseThrow(() -> new NotFoundProblem("organisation", actor.organisation()));
    PersonView person =
        people
            .find(actor.organisation(), actor.id())
            .orElseThrow(() -> new NotFoundProblem("person", actor.id()));
    List<String> permissions = actor.permissions().stream().sorted().toList();
    return new MeView(
        person.id(),
        person.email(),
        person.name(),
        new MeView.Organisation(organisation.id(), organisation.name()),
        person.roles(),
        permissions);
  }
}
