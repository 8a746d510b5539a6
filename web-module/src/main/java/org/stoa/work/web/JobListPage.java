package org.stoa.work.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stoa.shared.CallContext;
import org.stoa.shared.InvalidProblem;
import org.stoa.shared.NotFoundProblem;
import org.stoa.shared.Page;
import org.stoa.shared.PageRequest;
import org.stoa.shared.web.PageParameters;
import org.stoa.work.Batches;
import org.stoa.work.JobQuery;
import org.stoa.work.JobState;
import org.stoa.work.JobView;
import org.stoa.work.Jobs;
import org.stoa.work.WorkPermissions;

/** The jobs of the organisation that fit what the address says, a page at a time. */
@Named("jobList")
@RequestScoped
public class JobListPage {

  private static final List<String> FILTERS = List.of("text", "kind", "key", "batch");

  /** A filter that is on, and the address without it. */
  public record Chip(String name, String value, String without) {}

  @Inject private Jobs jobs;
  @Inject private Batches batches;
  @Inject private PageParameters parameters;

  private Page<JobView> page;

  @PostConstruct
  void read() {
    page =
        id().isPresent()
            ? found(Long.parseLong(id().get().replace("#", "")))
            : jobs.list(
                query(text()),
                new PageRequest(PageRequest.DEFAULT_LIMIT, parameters.text("after")));
  }

  private Optional<String> text() {
    return parameters.text("text").map(String::strip);
  }

  /** What looks like an id, with a sharp or without, is one. */
  private Optional<String> id() {
    return text().filter(text -> text.matches("#?\\d{1,18}"));
  }

  private JobQuery query(Optional<String> error) {
    return new JobQuery(
        state(), parameters.text("kind"), parameters.text("key"), error, Optional.empty(), batch());
  }

  private Optional<UUID> batch() {
    return parameters.text("batch").map(id -> parameters.id("batch"));
  }

  private Page<JobView> found(long id) {
    try {
      return new Page<>(List.of(jobs.find(id)), Optional.empty());
    } catch (NotFoundProblem e) {
      return new Page<>(List.of(), Optional.empty());
    }
  }

  /** The jobs of this page, the newest first. */
  public List<JobView> getJobs() {
    return page.items();
  }

  /** The state whose jobs are shown, or null for all. */
  public JobState getState() {
    return state().orElse(null);
  }

  /** The states to choose from. */
  public List<JobState> getStates() {
    return List.of(JobState.values());
  }

  /** What is written into a field of the filter, or null. */
  public String given(String filter) {
    return parameters.text(filter).orElse(null);
  }

  /** The filters that are on. */
  public List<Chip> getChips() {
    return FILTERS.stream()
        .filter(name -> given(name) != null)
        .map(name -> new Chip(name, shown(name), addressWith(name, null)))
        .toList();
  }

  /** A batch is shown by its name. */
  private String shown(String filter) {
    return filter.equals("batch") ? batches.find(batch().orElseThrow()).name() : given(filter);
  }

  /** The address with another state, null for all, and the same filters. */
  public String addressOf(JobState other) {
    return addressWith("state", other == null ? null : other.name());
  }

  /** The address of the first page. */
  public String getFirst() {
    return addressWith("after", null);
  }

  /** The address of the next page, or null. */
  public String getNext() {
    return page.next().map(after -> addressWith("after", after)).orElse(null);
  }

  private String addressWith(String changed, String value) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("state", given("state"));
    FILTERS.forEach(name -> query.put(name, given(name)));
    query.put(changed, value);
    String text =
        query.entrySet().stream()
            .filter(entry -> entry.getValue() != null)
            .map(
                entry ->
                    entry.getKey()
                        + "="
                        + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return text.isEmpty() ? "/jobs" : "/jobs?" + text;
  }

  /** Whether this is not the first page. */
  public boolean isContinued() {
    return parameters.text("after").isPresent();
  }

  /** Whether the person may cancel jobs. */
  public boolean isCancelling() {
    return CallContext.requiredActor().may(WorkPermissions.CANCEL);
  }

  /** Whether the person may have jobs done again. */
  public boolean isRepeating() {
    return CallContext.requiredActor().may(WorkPermissions.REPEAT);
  }

  /** Whether there is anything that the person may do with several jobs. */
  public boolean isChoosing() {
    return isCancelling() || isRepeating();
  }

  /** What can be done with all jobs that fit: {@code cancel}, {@code repeat}, or null. */
  public String getBulkAct() {
    if (page.items().isEmpty() || state().isEmpty() || id().isPresent()) {
      return null;
    }
    return switch (state().get()) {
      case QUEUED, RUNNING -> isCancelling() ? "cancel" : null;
      case FAILED, CANCELLED -> isRepeating() ? "repeat" : null;
      case SUCCEEDED -> null;
    };
  }

  private Optional<JobState> state() {
    try {
      return parameters.text("state").map(JobState::valueOf);
    } catch (IllegalArgumentException e) {
      throw new InvalidProblem("state", "must be one of " + List.of(JobState.values()));
    }
  }
}
