package org.stoa.study;

/** What a person may be allowed to do with studies. */
public final class StudyPermissions {

  /** See studies. */
  public static final String READ = "study.read";

  /** Create studies. */
  public static final String CREATE = "study.create";

  /** Give a study another title. */
  public static final String UPDATE = "study.update";

  /** Load files into the datasets of a study. */
  public static final String UPLOAD = "study.upload";

  private StudyPermissions() {}
}
