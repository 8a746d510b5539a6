package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.stoa.audit.AuditEntry;
import org.stoa.audit.AuditTrail;
import org.stoa.shared.Allowed;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.StaleVersionProblem;
import org.stoa.work.engine.CurrentControls;
import org.stoa.work.store.Weights;

/**
 * How much of the work each organisation may have beside the others, for those who operate the
 * installation. What is decided holds on every node within about a second.
 */
@Stateless
public class WorkWeights {

  private static final int MOST = 1_000;

  private Weights weights;
  private CurrentControls current;
  private AuditTrail audit;

  /** For the container's proxies only. */
  protected WorkWeights() {}

  /** With the store. */
  @Inject
  public WorkWeights(Weights weights, CurrentControls current, AuditTrail audit) {
    this.weights = weights;
    this.current = current;
    this.audit = audit;
  }

  /** Every organisation that has jobs to do, or about which something was decided; by id. */
  @Allowed(WorkPermissions.OPERATE)
  public List<WeightView> list() {
    return weights.all();
  }

  /** One organisation; it weighs 1 when nobody decided. */
  @Allowed(WorkPermissions.OPERATE)
  public WeightView find(UUID organisation) {
    return weights.one(organisation);
  }

  /**
   * Decides about an organisation.
   *
   * @param version what was read
   * @throws InvalidProblem when the weight is not from 1 to 1000
   * @throws StaleVersionProblem when somebody decided meanwhile
   */
  @Allowed(WorkPermissions.OPERATE)
  public WeightView weigh(UUID organisation, long version, WeighOrganisation decision) {
    if (decision.weight() < 1 || decision.weight() > MOST) {
      throw new InvalidProblem("weight", "must be from 1 to " + MOST);
    }
    WeightView before = find(organisation);
    if (before.version() != version) {
      throw new StaleVersionProblem(Long.toString(version), Long.toString(before.version()));
    }
    if (!weights.save(organisation, decision.weight(), version)) {
      throw new StaleVersionProblem(Long.toString(version), "newer");
    }
    audit.record(
        AuditEntry.changed(
            "work-weight",
            organisation,
            new WeighOrganisation(before.weight()),
            new WeighOrganisation(decision.weight())));
    current.refresh();
    return find(organisation);
  }
}
