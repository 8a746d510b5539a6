package org.stoa.insight;

import org.stoa.work.JobRun;

/** An attempt at a job that nobody watches; remembers the result. */
final class RecordedRun implements JobRun {

  private Object result;

  Object result() {
    return result;
  }

  @Override
  public void result(Object told) {
    result = told;
  }

  @Override
  public long id() {
    return 1;
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public String idempotencyKey() {
    return "1";
  }

  @Override
  public void progress(long done, Long total, String text) {
    // nobody watches
  }

  @Override
  public void log(String line) {
    // nobody reads
  }

  @Override
  public boolean cancelled() {
    return false;
  }

  @Override
  public void checkCancelled() {
    // it never is
  }
}
