package org.stoa.work;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.stoa.shared.Allowed;
import org.stoa.work.engine.SelfCheck;

/** Tells whether every job is accounted for. */
@Stateless
public class WorkBooks {

  private SelfCheck check;

  /** For the container's proxies only. */
  protected WorkBooks() {}

  /** With the check that goes on all the time. */
  @Inject
  public WorkBooks(SelfCheck check) {
    this.check = check;
  }

  /** What came of the last comparison; empty before the first. */
  @Allowed(Allowed.ANYONE)
  public Optional<BooksView> last() {
    return check.last();
  }
}
