package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.OverviewQuery;
import org.stoa.work.WorkOverviews;
import org.stoa.work.WorkShare;

/** The overview of the work: what can be chosen. The script draws it, and keeps it up to date. */
@Named("workPage")
@RequestScoped
public class WorkPage {

  private static final List<Integer> RANGES = List.of(1, 3, 24, 168, 720);

  @Inject private WorkOverviews overviews;
  @Inject private PageParameters parameters;
  @Inject private Clock clock;

  private int hours;
  private List<WorkShare> shares;

  @PostConstruct
  void read() {
    hours = parameters.number("hours").orElse(RANGES.get(0));
    if (!RANGES.contains(hours)) {
      throw new InvalidProblem("hours", "must be one of " + RANGES);
    }
    Instant from = clock.instant().minus(Duration.ofHours(hours));
    shares =
        overviews
            .overview(
                new OverviewQuery(
                    Optional.of(from), Optional.empty(), Optional.empty(), Optional.empty()))
            .shares();
  }

  /** How many hours can be chosen. */
  public List<Integer> getRanges() {
    return RANGES;
  }

  /** How many hours are shown. */
  public int getHours() {
    return hours;
  }

  /** The only queue whose jobs are shown, or null. */
  public String getQueue() {
    return parameters.text("queue").orElse(null);
  }

  /** The only kind of jobs that is shown, or null. */
  public String getKind() {
    return parameters.text("kind").orElse(null);
  }

  /** The queues of which something is known. */
  public List<String> getQueues() {
    return named(WorkShare::queue, getQueue());
  }

  /** The kinds of which something is known. */
  public List<String> getKinds() {
    return named(WorkShare::kind, getKind());
  }

  /** The figures on top. */
  public List<String> getFigures() {
    return List.of("ended", "failed", "waiting", "running");
  }

  /** The charts. */
  public List<String> getCharts() {
    return List.of("throughput", "failures", "depth", "waits", "runs");
  }

  private List<String> named(Function<WorkShare, String> member, String chosen) {
    return Stream.concat(shares.stream().map(member), Stream.ofNullable(chosen))
        .distinct()
        .sorted()
        .toList();
  }
}
