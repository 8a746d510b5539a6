package org.stoa.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.identity.store.NewPeople;
import org.stoa.identity.store.OrganisationRecords;
import org.stoa.shared.Allowed;
import org.stoa.shared.CallContext;
import org.stoa.shared.ConflictProblem;
import org.stoa.shared.Fields;
import org.stoa.shared.Ids;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;

/** The organisations of this installation. */
@Stateless
public class Organisations {

  private OrganisationRecords organisations;
  private NewPeople newPeople;
  private AuditTrail trail;
  private Clock clock;

  /** For the container's proxies only. */
  protected Organisations() {}

  /** With the store of organisations. */
  @Inject
  public Organisations(
      OrganisationRecords organisations, NewPeople newPeople, AuditTrail trail, Clock clock) {
    this.organisations = organisations;
    this.newPeople = newPeople;
    this.trail = trail;
    this.clock = clock;
  }

  /**
   * Adds an organisation with its first administrator.
   *
   * @throws org.stoa.shared.InvalidProblem naming every field that is wrong
   * @throws ConflictProblem when the name or the e-mail address is taken
   */
  @Allowed(IdentityPermissions.ORGANISATIONS_CREATE)
  public OrganisationView create(CreateOrganisation command) {
    Fields fields = new Fields();
    String name = fields.text("name", command.name(), 200);
    NewPeople.Names names = new NewPeople.Names("adminEmail", "adminEmail", "adminPassword");
    NewPeople.Person administrator =
        newPeople.checked(
            fields, names, command.adminEmail(), command.adminEmail(), command.adminPassword());
    fields.check();
    OrganisationView created = new OrganisationView(Ids.next(), name, clock.instant());
    if (!organisations.add(created)) {
      throw new ConflictProblem("name", "There is an organisation " + name + " already.");
    }
    newPeople.add(administrator, names, created.id(), Set.of(Roles.ADMINISTRATOR));
    trail.record(AuditEntry.created("organisation", created.id(), created));
    return created;
  }

  /** All organisations, in the order in which they were added. */
  @Allowed(IdentityPermissions.ORGANISATIONS_READ)
  public Page<OrganisationView> list(PageRequest page) {
    return organisations.list(page);
  }

  /**
   * One organisation: any for the platform, else only the own.
   *
   * @throws NotFoundProblem when there is none, or it is another's
   */
  @Allowed(Allowed.EVERYONE)
  public OrganisationView find(UUID id) {
    boolean visible =
        id.equals(CallContext.organisation())
            || CallContext.requiredActor().may(IdentityPermissions.ORGANISATIONS_READ);
    return organisations
        .find(id)
        .filter(found -> visible)
        .orElseThrow(() -> new NotFoundProblem("organisation", id));
  }

  /** Whether the first start has put the first organisation in place. */
  @Allowed(Allowed.ANYONE)
  public boolean installed() {
    return organisations.any();
  }
}
