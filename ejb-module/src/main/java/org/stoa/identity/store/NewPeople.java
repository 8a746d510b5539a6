package org.stoa.identity.store;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.stoa.identity.domain.EmailAddress;
import org.stoa.identity.domain.PasswordRules;
import org.stoa.identity.token.Passwords;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.Fields;
import org.stoa.shared.Ids;

/** Checks and adds people, for all who may: administrators, the platform, the first start. */
public class NewPeople {

  private final PeopleRecords people;
  private final Passwords passwords;
  private final Clock clock;

  /** Over the tables of people. */
  @Inject
  public NewPeople(PeopleRecords people, Passwords passwords, Clock clock) {
    this.people = people;
    this.passwords = passwords;
    this.clock = clock;
  }

  /** Checks what was typed and notes what is wrong under the given names of the fields. */
  public Person checked(Fields fields, Names names, String email, String name, String password) {
    Optional<EmailAddress> address = EmailAddress.in(email);
    fields.require(address.isPresent(), names.email(), "must be an e-mail address");
    String checkedName = fields.text(names.name(), name, 200);
    PasswordRules.fault(password, email).ifPresent(fault -> fields.refuse(names.password(), fault));
    return new Person(Ids.next(), address, checkedName, password);
  }

  /**
   * Adds the person as a member of the organisation.
   *
   * @throws ConflictProblem when the e-mail address is taken
   */
  public void add(Person person, Names names, UUID organisation, Collection<String> roles) {
    EmailAddress email = person.email().orElseThrow();
    String hash = passwords.hash(person.password());
    if (!people.add(person.id(), email, person.name(), hash, clock.instant())) {
      throw new ConflictProblem(names.email(), "Somebody has the e-mail address " + email + ".");
    }
    people.join(organisation, person.id(), roles, clock.instant());
  }

  /** What the fields are called in the input at hand. */
  public record Names(String email, String name, String password) {}

  /**
   * A person to be added.
   *
   * @param id a new id
   * @param email empty when it was refused
   * @param name how others see the person
   * @param password in clear
   */
  public record Person(UUID id, Optional<EmailAddress> email, String name, String password) {

    @Override
    public String toString() {
      return "Person[" + id + "]";
    }
  }
}
