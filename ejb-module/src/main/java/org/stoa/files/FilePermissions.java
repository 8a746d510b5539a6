package org.stoa.files;

/** What a person may be allowed to do with files. */
public final class FilePermissions {

  /** Store files. */
  public static final String STORE = "files.store";

  /** See and read files. */
  public static final String READ = "files.read";

  /** Remove files. */
  public static final String REMOVE = "files.remove";

  private FilePermissions() {}
}
