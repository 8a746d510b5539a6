package org.stoa.work;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** An attempt at a job in the hands of a test: remembers what its handler told. */
public final class HandlerRun implements JobRun {

  private static final AtomicLong JOBS = new AtomicLong();

  private final List<String> told = new ArrayList<>();
  private final long id;
  private final int attempt;
  private int wordsUntilCancelled = Integer.MAX_VALUE;
  private Object result;

  /** The first attempt at another job. */
  public HandlerRun() {
    this(JOBS.incrementAndGet(), 1);
  }

  /** An attempt at a job. */
  public HandlerRun(long id, int attempt) {
    this.id = id;
    this.attempt = attempt;
  }

  /** Cancelled when its handler has told so much. */
  public HandlerRun cancelledAfter(int words) {
    wordsUntilCancelled = words;
    return this;
  }

  /** The lines and the progress ({@code done/total text}) that the handler told, in order. */
  public List<String> told() {
    return told;
  }

  /** The other result that the handler told. */
  public Optional<Object> result() {
    return Optional.ofNullable(result);
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public String idempotencyKey() {
    return "job:" + id;
  }

  @Override
  public void progress(long done, Long total, String text) {
    told.add(done + "/" + total + " " + text);
  }

  @Override
  public void result(Object other) {
    result = other;
  }

  @Override
  public void log(String line) {
    told.add(line);
  }

  @Override
  public boolean cancelled() {
    return told.size() >= wordsUntilCancelled;
  }

  @Override
  public void checkCancelled() {
    if (cancelled()) {
      throw new JobCancelled(id);
    }
  }
}
