package org.stoa.data;

/** What a person may be allowed to do with datasets. */
public final class DataPermissions {

  /** See datasets, their versions and rows, and query them. */
  public static final String READ = "data.read";

  /** Load files into datasets. */
  public static final String LOAD = "data.load";

  private DataPermissions() {}
}
