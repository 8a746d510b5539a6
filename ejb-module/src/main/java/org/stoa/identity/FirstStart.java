package org.stoa.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Set;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.identity.domain.EmailAddress;
import org.stoa.identity.store.NewPeople;
import org.stoa.identity.store.OrganisationRecords;
import org.stoa.identity.store.PeopleRecords;
import org.stoa.shared.Actor;
import org.stoa.shared.Fields;
import org.stoa.shared.Ids;
import org.stoa.shared.WrongSetting;

/**
 * Puts the first organisation and its administrator in place, from the settings. When the person
 * exists nothing changes, whatever the password in the settings is.
 */
@Startup
@Singleton
@DependsOn("Migrations")
public class FirstStart {

  private static final Logger LOG = System.getLogger(FirstStart.class.getName());
  private static final NewPeople.Names NAMES =
      new NewPeople.Names("stoa.admin.email", "stoa.admin.email", "stoa.admin.password");

  private IdentitySettings settings;
  private OrganisationRecords organisations;
  private PeopleRecords people;
  private NewPeople newPeople;
  private AuditTrail trail;
  private Clock clock;

  /** For the container's proxies only. */
  protected FirstStart() {}

  /** With the stores of organisations and people. */
  @Inject
  public FirstStart(
      IdentitySettings settings,
      OrganisationRecords organisations,
      PeopleRecords people,
      NewPeople newPeople,
      AuditTrail trail,
      Clock clock) {
    this.settings = settings;
    this.organisations = organisations;
    this.people = people;
    this.newPeople = newPeople;
    this.trail = trail;
    this.clock = clock;
  }

  @PostConstruct
  void prepare() {
    organisations.oneAtATime();
    if (settings.adminEmail().isEmpty() || settings.adminPassword().isEmpty()) {
      requireInstalled();
      return;
    }
    EmailAddress email = settings.adminEmail().get();
    if (people.known(email).isEmpty()) {
      add(email, settings.adminPassword().get());
    }
  }

  private void requireInstalled() {
    if (!organisations.any()) {
      String missing = settings.adminEmail().isEmpty() ? "email" : "password";
      throw new WrongSetting(
          "stoa.admin." + missing, "is not set, and nobody could sign in without it");
    }
  }

  private void add(EmailAddress email, String password) {
    Fields fields = new Fields();
    NewPeople.Person person =
        newPeople.checked(fields, NAMES, email.text(), "Administrator", password);
    fields.check();
    OrganisationView organisation =
        organisations.named(settings.organisation()).orElseGet(this::addOrganisation);
    newPeople.add(person, NAMES, organisation.id(), Set.of(Roles.ADMINISTRATOR, Roles.PLATFORM));
    trail.recordAs(
        Actor.system(organisation.id()),
        AuditEntry.happened("person.installed", "person", person.id()));
    LOG.log(Level.INFO, "Added {0} as administrator of {1}", email, organisation.name());
  }

  private OrganisationView addOrganisation() {
    OrganisationView organisation =
        new OrganisationView(Ids.next(), settings.organisation(), clock.instant());
    if (!organisations.add(organisation)) {
      throw new IllegalStateException("another node adds the first organisation");
    }
    trail.recordAs(
        Actor.system(organisation.id()),
        AuditEntry.created("organisation", organisation.id(), organisation));
    return organisation;
  }
}
