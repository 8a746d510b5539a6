package org.stoa.identity;

/**
 * What a program gets for signing in.
 *
 * @param accessToken to be sent as {@code Authorization: Bearer …}
 * @param expiresIn seconds for which the access token is good
 * @param refreshToken gives the next pair, once; a second use ends the session
 */
public record TokenPair(String accessToken, long expiresIn, String refreshToken) {

  @Override
  public String toString() {
    return "TokenPair[expiresIn=" + expiresIn + "]";
  }
}
