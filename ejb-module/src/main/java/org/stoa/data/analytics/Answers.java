package org.stoa.data.analytics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.stoa.data.QueryResult;
import org.stoa.data.store.AnswerStore;

/**
 * Answers each question once: an answer is kept, and many who ask the same thing at the same time
 * wait for one of them. Thread-safe.
 */
@ApplicationScoped
public class Answers {

  private AnswerStore store;
  private final ConcurrentMap<String, CompletableFuture<QueryResult>> asked =
      new ConcurrentHashMap<>();

  /** For the container's proxies only. */
  protected Answers() {}

  /** With what keeps answers. */
  @Inject
  public Answers(AnswerStore store) {
    this.store = store;
  }

  /**
   * The answer, which may have been computed for somebody else.
   *
   * @param question what tells the question and all that it is asked of from all others
   * @param version the number of the version that the answer names
   * @param compute finds the answer; what it throws is thrown to all who wait for it
   */
  public QueryResult of(String question, int version, Supplier<QueryResult> compute) {
    return store.find(question, version).orElseGet(() -> computed(question, version, compute));
  }

  private QueryResult computed(String question, int version, Supplier<QueryResult> compute) {
    CompletableFuture<QueryResult> mine = new CompletableFuture<>();
    CompletableFuture<QueryResult> other = asked.putIfAbsent(question, mine);
    if (other != null) {
      return renumbered(waited(other), version);
    }
    try {
      QueryResult answer = compute.get();
      store.keep(question, answer);
      mine.complete(answer);
      return answer;
    } catch (Throwable e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      asked.remove(question, mine);
    }
  }

  private static QueryResult waited(CompletableFuture<QueryResult> other) {
    try {
      return other.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Versions of the same bytes give the same answer under their own numbers. */
  private static QueryResult renumbered(QueryResult answer, int version) {
    return new QueryResult(answer.columns(), answer.rows(), version, answer.truncated());
  }
}
