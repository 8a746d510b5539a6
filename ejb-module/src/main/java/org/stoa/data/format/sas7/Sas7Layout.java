package org.stoa.data.format.sas7;

import java.nio.ByteOrder;
import java.nio.charset.Charset;

/**
 * What the header of a file says of all that follows.
 *
 * @param name the name of the dataset
 * @param wide whether lengths and places have 8 bytes and not 4
 * @param order the order of bytes in numbers
 * @param charset the encoding of texts
 * @param headerLength the bytes before the first page
 * @param pageLength the bytes of a page
 * @param pages how many pages there are
 */
record Sas7Layout(
    String name,
    boolean wide,
    ByteOrder order,
    Charset charset,
    int headerLength,
    int pageLength,
    long pages) {

  /** The bytes of a length or of a place. */
  int word() {
    return wide ? 8 : 4;
  }

  /** Where the pointers to subheaders begin on a page. */
  int pageHeader() {
    return wide ? 40 : 24;
  }

  /** The bytes of a pointer to a subheader. */
  int pointer() {
    return wide ? 24 : 12;
  }

  /** One of two places, by the width of a word. */
  int at(int narrowPlace, int widePlace) {
    return wide ? widePlace : narrowPlace;
  }
}
