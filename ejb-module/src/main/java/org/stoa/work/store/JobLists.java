package org.stoa.work.store;

import java.util.List;
import java.util.UUID;
import org.stoa.work.JobQuery;
import org.stoa.work.JobState;
import org.stoa.work.JobView;

/** Lists of jobs, unfinished and finished ones alike, each page by an index in the order of ids. */
final class JobLists {

  /** As it is indexed. */
  private static final String ERROR =
      "(coalesce(error ->> 'title', '') || ' ' || coalesce(error ->> 'detail', ''))";

  private static final String BELOW = "id < ?";

  /** As it is indexed. */
  private static final String BELOW_UNFINISHED = "-id > -?::bigint";

  /** So many of the newest are read one by one before the index of texts is asked. */
  private static final int NEWEST = 2_000;

  private final Jdbc jdbc;

  JobLists(Jdbc jdbc) {
    this.jdbc = jdbc;
  }

  List<JobView> list(UUID organisation, JobQuery query, Long below, int limit) {
    if (query.error().isPresent()) {
      return byError(organisation, query, below, limit);
    }
    Filter filter = filter(organisation, query, below, BELOW);
    String finished = JobReads.FINISHED + filter.where() + standing(query) + newest(limit);
    String unfinished =
        JobReads.UNFINISHED
            + filter(organisation, query, below, BELOW_UNFINISHED).where()
            + " ORDER BY -id LIMIT "
            + limit;
    if (query.state().isEmpty()) {
      return jdbc.query(
          "SELECT * FROM ((" + unfinished + ") UNION ALL (" + finished + ")) job" + newest(limit),
          JobReads::view,
          filter.valuesTwice());
    }
    boolean isFinal = query.state().get().isFinal();
    return jdbc.query(isFinal ? finished : unfinished, JobReads::view, filter.values());
  }

  /**
   * A text that most errors have is found among the newest ones; the index would bring all of them.
   * One that few have is found by the index.
   */
  private List<JobView> byError(UUID organisation, JobQuery query, Long below, int limit) {
    if (query.state().filter(state -> state != JobState.FAILED).isPresent()) {
      return List.of();
    }
    String text = Filter.containing(query.error().orElseThrow());
    Filter filter = filter(organisation, query, below, BELOW);
    if (query.state().isEmpty()) {
      filter.and("state = ?", JobState.FAILED.name());
    }
    Object[] values = filter.and(ERROR + " ILIKE ?", text).values();
    String failed = JobReads.FINISHED + filter.whereButLast() + standing(query) + newest(NEWEST);
    List<JobView> among =
        jdbc.query(
            "SELECT * FROM (" + failed + ") job WHERE " + ERROR + " ILIKE ?" + newest(limit),
            JobReads::view,
            values);
    return among.size() == limit
        ? among
        : jdbc.query(
            JobReads.FINISHED + filter.where() + standing(query) + newest(limit),
            JobReads::view,
            values);
  }

  /** Of a batch, those that were done again are left out: they do not count any more. */
  private static String standing(JobQuery query) {
    return query.batch().isPresent() ? " AND replaced_by IS NULL" : "";
  }

  private static Filter filter(UUID organisation, JobQuery query, Long below, String smaller) {
    Filter filter = new Filter().and("org_id = ?", organisation);
    query.state().ifPresent(state -> filter.and("state = ?", state.name()));
    query.kind().ifPresent(kind -> filter.and("kind = ?", kind));
    query.key().ifPresent(key -> filter.and("key = ?", key));
    query.batch().ifPresent(batch -> filter.and("batch_id = ?", batch));
    if (below != null) {
      filter.and(smaller, below);
    }
    return filter;
  }

  private static String newest(int limit) {
    return " ORDER BY id DESC LIMIT " + limit;
  }
}
