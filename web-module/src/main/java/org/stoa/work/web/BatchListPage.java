package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.BatchQuery;
import org.stoa.work.BatchState;
import org.stoa.work.BatchView;
import org.stoa.work.Batches;

/** The batches of the organisation that fit what the address says, a page at a time. */
@Named("batchList")
@RequestScoped
public class BatchListPage {

  @Inject private Batches batches;
  @Inject private PageParameters parameters;

  private Page<BatchView> page;

  @PostConstruct
  void read() {
    page =
        batches.list(
            new BatchQuery(state(), parameters.text("name")),
            new PageRequest(PageRequest.DEFAULT_LIMIT, parameters.text("after")));
  }

  /** The batches of this page, the newest first. */
  public List<BatchView> getBatches() {
    return page.items();
  }

  /** The state whose batches are shown, or null for all. */
  public BatchState getState() {
    return state().orElse(null);
  }

  /** The states to choose from. */
  public List<BatchState> getStates() {
    return List.of(BatchState.values());
  }

  /** The text that their names must have, or null. */
  public String getName() {
    return parameters.text("name").orElse(null);
  }

  /** Whether not all are shown. */
  public boolean isFiltered() {
    return getState() != null || getName() != null;
  }

  /** The address with another state, null for all, and the same name. */
  public String addressOf(BatchState other) {
    return address(other, getName(), null);
  }

  /** The address without the filter by name. */
  public String getWithoutName() {
    return address(getState(), null, null);
  }

  /** The address of the first page. */
  public String getFirst() {
    return address(getState(), getName(), null);
  }

  /** The address of the next page, or null. */
  public String getNext() {
    return page.next().map(after -> address(getState(), getName(), after)).orElse(null);
  }

  /** Whether this is not the first page. */
  public boolean isContinued() {
    return parameters.text("after").isPresent();
  }

  private static String address(BatchState state, String name, String after) {
    String query =
        Stream.of(part("state", state), part("name", name), part("after", after))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? "/batches" : "/batches?" + query;
  }

  private static Optional<String> part(String name, Object value) {
    return Optional.ofNullable(value)
        .map(given -> name + "=" + URLEncoder.encode(given.toString(), StandardCharsets.UTF_8));
  }

  private Optional<BatchState> state() {
    try {
      return parameters.text("state").map(BatchState::valueOf);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem("state", "must be one of " + List.of(BatchState.values()));
    }
  }
}
