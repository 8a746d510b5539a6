package org.stoa.work.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;
import org.stoa.work.BooksView;
import org.stoa.work.WorkBooks;

/**
 * Whether every job is accounted for. It turns {@code /health} red, and leaves {@code
 * /health/ready} alone: a job that is missing is no reason to refuse every request.
 */
@Startup
@ApplicationScoped
public class BooksCheck implements HealthCheck {

  private final WorkBooks books;

  /** For the container's proxies only. */
  protected BooksCheck() {
    this(null);
  }

  /** With the books. */
  @Inject
  public BooksCheck(WorkBooks books) {
    this.books = books;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("work-books");
    Optional<BooksView> last = books.last();
    if (last.isEmpty()) {
      return response.up().withData("checked", "not yet").build();
    }
    BooksView view = last.get();
    response.withData("submitted", view.submitted()).withData("waiting", view.waiting());
    response.withData("running", view.running()).withData("succeeded", view.succeeded());
    response.withData("failed", view.failed()).withData("cancelled", view.cancelled());
    response.withData("checked", view.checkedAt().toString());
    if (!view.holds()) {
      response.withData("differs", view.differs());
    }
    return response.status(view.holds()).build();
  }
}
