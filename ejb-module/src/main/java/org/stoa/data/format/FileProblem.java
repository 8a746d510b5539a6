package org.stoa.data.format;

import org.stoa.shared.Problem;

/** Something is wrong inside a file. Carries the member {@code file}, its label. */
public abstract class FileProblem extends Problem {

  private static final long serialVersionUID = 1L;

  /** The content cannot be processed: status 422. */
  protected FileProblem(String type, String title, String file, String detail) {
    this(type, 422, title, file, detail);
  }

  /** As the other, with a status of its own. */
  protected FileProblem(String type, int status, String title, String file, String detail) {
    super(type, status, title, file + ": " + detail);
    member("file", file);
  }

  /** Adds the members that tell where it is. */
  protected final void at(Place place) {
    place.members().forEach(this::member);
  }
}
