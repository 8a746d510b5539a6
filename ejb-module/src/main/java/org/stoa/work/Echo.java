package org.stoa.work;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * The payload of the job {@code work.echo}, which gives back what it was given: with it another
 * system tries whether its messages arrive.
 *
 * @param text what is given back, at most 10,000 characters
 */
public record Echo(
    @NotNull(message = "is missing")
        @Size(max = Echo.MOST, message = "must have at most {max} characters")
        String text) {

  /** The kind of the job. */
  public static final String KIND = "work.echo";

  static final int MOST = 10_000;
}
