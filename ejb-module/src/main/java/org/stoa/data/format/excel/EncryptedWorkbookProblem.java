package org.stoa.data.format.excel;

import org.stoa.data.format.FileProblem;

/** A workbook can be opened only with a password. */
public class EncryptedWorkbookProblem extends FileProblem {

  private static final long serialVersionUID = 1L;

  /** An encrypted workbook. */
  public EncryptedWorkbookProblem(String file) {
    super(
        "encrypted-workbook",
        "The workbook is encrypted",
        file,
        "it is protected by a password. Save it without one and load it again.");
  }
}
