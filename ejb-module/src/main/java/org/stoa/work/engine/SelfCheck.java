package org.stoa.work.engine;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.stoa.work.BooksView;
import org.stoa.work.domain.Balance;
import org.stoa.work.store.Books;

/**
 * Proves again and again that no job was lost and none counted twice: what was submitted is what
 * waits, runs and has ended. The history is read through as well, less often the longer it is.
 */
@ApplicationScoped
public class SelfCheck {

  private static final Logger LOG = System.getLogger(SelfCheck.class.getName());
  private static final Duration KEPT_APART = Duration.ofSeconds(10);

  private Books books;
  private Clock clock;
  private Pace looks;
  private Pace audits;

  private volatile BooksView last;
  private volatile Instant auditedAt;
  private volatile String historyDiffers;

  /** For the container's proxies only. */
  protected SelfCheck() {}

  /** With the books. */
  @Inject
  public SelfCheck(Books books, Clock clock) {
    this.books = books;
    this.clock = clock;
    looks = new Pace(Duration.ofMillis(4_900), Duration.ofSeconds(30), clock);
    audits = new Pace(Duration.ofMinutes(1), Duration.ofDays(1), clock);
  }

  /** Compares, unless the last time was costly and not long ago. */
  public void lookInTurn() {
    looks.turn(this::look);
  }

  /** Compares now. */
  public void look() {
    Balance balance = books.balance();
    audits.turn(this::audit);
    String differs =
        balance.holds()
            ? historyDiffers
            : "%d jobs were submitted, but %d wait, %d run and %d have ended."
                .formatted(
                    balance.submitted(),
                    balance.waiting(),
                    balance.running(),
                    balance.succeeded() + balance.failed() + balance.cancelled());
    if (differs != null && (last == null || last.holds())) {
      LOG.log(Level.ERROR, "The books of the work engine do not balance: {0}", differs);
    }
    last =
        new BooksView(
            differs == null,
            differs,
            balance.submitted(),
            balance.waiting(),
            balance.running(),
            balance.succeeded(),
            balance.failed(),
            balance.cancelled(),
            clock.instant(),
            auditedAt);
    books.addUp(KEPT_APART);
  }

  private void audit() {
    Books.Audit audit = books.audit();
    Balance history = audit.history();
    auditedAt = clock.instant();
    historyDiffers =
        audit.books().agreesWith(history)
            ? null
            : "By the books %d jobs succeeded, %d failed and %d were cancelled; the history has %d, %d and %d."
                .formatted(
                    audit.books().succeeded(),
                    audit.books().failed(),
                    audit.books().cancelled(),
                    history.succeeded(),
                    history.failed(),
                    history.cancelled());
  }

  /** What came of the last comparison; empty before the first. */
  public Optional<BooksView> last() {
    return Optional.ofNullable(last);
  }
}
