package org.stoa.work;

/** The id of a job, unique in the installation and growing. */
public record JobId(long value) {

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
