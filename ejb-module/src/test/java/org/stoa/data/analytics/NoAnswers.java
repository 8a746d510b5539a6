package org.stoa.data.analytics;

import java.util.Optional;
import org.stoa.data.QueryResult;
import org.stoa.data.store.AnswerStore;

/** Keeps nothing, as when the cache is away. */
public final class NoAnswers extends AnswerStore {

  /** Without a cache. */
  public NoAnswers() {
    super(null);
  }

  @Override
  public Optional<QueryResult> find(String question, int version) {
    return Optional.empty();
  }

  @Override
  public void keep(String question, QueryResult answer) {
    // It would go at once.
  }
}
