package org.stoa.work;

/** One attempt at a job, in the hands of its handler. Thread-safe. */
public interface JobRun {

  /** The job. */
  long id();

  /** The number of this attempt, from 1. */
  int attempt();

  /** The same for every attempt at this job and for no other job: for calls to other systems. */
  String idempotencyKey();

  /**
   * Tells how far the work is. May be called as often as one likes: at most one write happens per
   * 500 ms, and the last call is always written.
   *
   * @param total null when nobody knows yet
   * @param text what is being done, for people; may be null
   */
  void progress(long done, Long total, String text);

  /**
   * Keeps another result than the one that {@link JobHandler#run} returned. For {@link
   * JobHandler#complete}, where ids and numbers become known; outside of it nothing is kept.
   *
   * @param result a public record
   */
  void result(Object result);

  /** Writes a line for people into the log of the job. */
  void log(String line);

  /** Whether the work should stop: the job was cancelled, or this node may not go on with it. */
  boolean cancelled();

  /**
   * Ends the work here if it should stop.
   *
   * @throws JobCancelled when {@link #cancelled}; the handler lets it pass
   */
  void checkCancelled();
}
