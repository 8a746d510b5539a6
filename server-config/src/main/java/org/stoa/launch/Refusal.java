package org.stoa.launch;

/** Why the launcher cannot do what was asked, as one sentence that also says what to do. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** What an exception says, as a sentence: its first line with one full stop. */
  static String sentence(Exception e) {
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
    return message.endsWith(".") ? message : message + ".";
  }
}
