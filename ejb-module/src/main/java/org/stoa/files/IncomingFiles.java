package org.stoa.files;

import java.util.List;

/**
 * The files that the current request brings. Whoever takes them first checks what can be checked:
 * no byte is read before they are stored.
 */
public interface IncomingFiles {

  /**
   * Stores them as they come, all or none.
   *
   * @return the files in the order of the request, at least one
   * @throws UploadCutProblem when the request ends early
   */
  List<FileView> store();
}
