package org.stoa.launch.demo;

/** How a subject's part in the study ended. */
enum Outcome {
  COMPLETED("COMPLETED", "COMPLETED"),
  ADVERSE_EVENT("ADVERSE EVENT", "DISCONTINUED DUE TO ADVERSE EVENT"),
  WITHDRAWAL("WITHDRAWAL BY SUBJECT", "SUBJECT WITHDREW CONSENT"),
  LOST_TO_FOLLOW_UP("LOST TO FOLLOW-UP", "SUBJECT LOST TO FOLLOW-UP"),
  LACK_OF_EFFICACY("LACK OF EFFICACY", "BLOOD PRESSURE NOT CONTROLLED"),
  PHYSICIAN_DECISION("PHYSICIAN DECISION", "INVESTIGATOR'S DECISION"),
  DEATH("DEATH", "DEATH"),
  SCREEN_FAILURE("SCREEN FAILURE", "INCLUSION CRITERIA NOT MET");

  private final String decoded;
  private final String verbatim;

  Outcome(String decoded, String verbatim) {
    this.decoded = decoded;
    this.verbatim = verbatim;
  }

  /** DSDECOD. */
  String decoded() {
    return decoded;
  }

  /** DSTERM. */
  String verbatim() {
    return verbatim;
  }
}
