package org.stoa.launch.demo;

/**
 * The study that a new installation starts with. No person in it exists and no drug of that name.
 *
 * @param code STUDYID and the code of the study in the application
 * @param title its title in the application
 */
public record DemonstrationStudy(String code, String title) {

  /** STUDYID of every row. */
  static final String CODE = "STOA-101";

  private static final String TITLE =
      "A 24-Week, Randomised, Double-Blind, Placebo-Controlled Study of Two Doses of STX-101"
          + " in Adults with Hypertension";

  /** What the application is told of the study. */
  public static DemonstrationStudy study() {
    return new DemonstrationStudy(CODE, TITLE);
  }

  /** Its files, as every installation gets them. */
  public static StudyFiles files() {
    return StudyFiles.DEFAULT;
  }
}
