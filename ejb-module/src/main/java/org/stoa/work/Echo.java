package org.stoa.work;

/**
 * The payload of the job {@code work.echo}, which gives back what it was given: with it another
 * system tries whether its messages arrive.
 *
 * @param text what is given back
 */
public record Echo(String text) {

  /** The kind of the job. */
  public static final String KIND = "work.echo";

  private static final int MOST = 10_000;

  public Echo {
    if (text == null || text.length() > MOST) {
      throw new IllegalArgumentException(
          "text must be there, with at most " + MOST + " characters");
    }
  }
}
