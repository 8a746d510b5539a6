package org.stoa.files;

/**
 * The files that the current request brings. Whoever takes them first checks what can be checked:
 * no byte is read before they are stored.
 */
public interface IncomingFiles {

  /**
   * Stores them as they come, all or none.
   *
   * @return the files, and what else the form says
   * @throws UploadCutProblem when the request ends early
   */
  IncomingForm store();
}
