package org.stoa.data.format;

/** Counts into how many fields a delimiter would split the first records of a file. */
final class FieldCount {

  private final char delimiter;
  private final char quote;
  private int header;
  private int records;
  private boolean even = true;
  private int fields = 1;
  private boolean quoted;
  private boolean mayQuote = true;
  private boolean emptyLine = true;

  private FieldCount(char delimiter, char quote) {
    this.delimiter = delimiter;
    this.quote = quote;
  }

  /** Counts in at most {@code records} whole records; one that is cut off does not count. */
  static FieldCount of(byte[] head, int from, char delimiter, char quote, int records) {
    FieldCount count = new FieldCount(delimiter, quote);
    for (int i = from; i < head.length && count.records < records; i++) {
      count.accept(head[i]);
    }
    if (count.records == 0) {
      count.header = count.fields;
    }
    return count;
  }

  private void accept(byte c) {
    if (c == quote && (quoted || mayQuote)) {
      quoted = !quoted;
      emptyLine = false;
    } else if (!quoted) {
      acceptPlain(c);
    }
  }

  private void acceptPlain(byte c) {
    if (c == '\n' || c == '\r') {
      endLine();
    } else {
      emptyLine = false;
      mayQuote = c == delimiter;
      fields += mayQuote ? 1 : 0;
    }
  }

  private void endLine() {
    if (!emptyLine) {
      header = records == 0 ? fields : header;
      even &= fields == header;
      records++;
    }
    fields = 1;
    emptyLine = true;
    mayQuote = true;
  }

  /** The number of fields in the first record. */
  int header() {
    return header;
  }

  /** Whether all others have as many. */
  boolean even() {
    return even;
  }
}
