package org.stoa.data.format;

/** Remembers how the records of a file ended so far. */
final class LineEndings {

  private boolean lf;
  private boolean crLf;
  private boolean cr;

  void addLf() {
    lf = true;
  }

  void addCrLf() {
    crLf = true;
  }

  void addCr() {
    cr = true;
  }

  /** What they have in common; LF when none ended yet. */
  LineEnding common() {
    int kinds = (lf ? 1 : 0) + (crLf ? 1 : 0) + (cr ? 1 : 0);
    if (kinds > 1) {
      return LineEnding.MIXED;
    }
    if (crLf) {
      return LineEnding.CRLF;
    }
    return cr ? LineEnding.CR : LineEnding.LF;
  }
}
