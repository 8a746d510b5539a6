package org.stoa.shared;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes the ids that tables and the API use. */
public final class Ids {

  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /**
   * A new UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix time in milliseconds, then 74 random
   * bits, so that ids made later sort later and index pages stay dense.
   */
  public static UUID next() {
    return at(System.currentTimeMillis());
  }

  static UUID at(long epochMilli) {
    long high = (epochMilli << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
    long low = (RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
