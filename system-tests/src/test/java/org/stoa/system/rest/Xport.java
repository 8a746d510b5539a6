package org.stoa.system.rest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Damages SAS XPORT files. */
final class Xport {

  /** Where the count begins in the header of the observations. */
  private static final int COUNT = 48;

  private Xport() {}

  /** Says in the header of a version 8 library that it has a million rows. */
  static byte[] claimingMoreRows(byte[] library) {
    String text = new String(library, StandardCharsets.ISO_8859_1);
    int observations = text.indexOf("HEADER RECORD*******OBSV8");
    if (observations < 0) {
      throw new IllegalArgumentException("not a version 8 library");
    }
    byte[] claiming = Arrays.copyOf(library, library.length);
    byte[] count = "%15d".formatted(1_000_000).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(count, 0, claiming, observations + COUNT, count.length);
    return claiming;
  }
}
