package org.stoa.data.format;

/**
 * A missing number of SAS with its reason: the plain {@code .}, {@code ._}, and {@code .A} to
 * {@code .Z}.
 *
 * @param code the dot, the underscore or the capital letter
 */
public record SasMissing(char code) {

  /** The plain missing value. */
  public static final SasMissing PLAIN = new SasMissing('.');

  public SasMissing {
    if (code != '.' && code != '_' && (code < 'A' || code > 'Z')) {
      throw new IllegalArgumentException("Not a missing value of SAS: " + code);
    }
  }

  @Override
  public String toString() {
    return code == '.' ? "." : "." + code;
  }
}
