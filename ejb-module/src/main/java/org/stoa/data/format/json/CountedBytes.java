package org.stoa.data.format.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells how many bytes were read. */
final class CountedBytes extends FilterInputStream {

  private final LongConsumer progress;
  private long count;
  private long told;

  private static final int TELL_EVERY = 1 << 18;

  CountedBytes(InputStream in, LongConsumer progress) {
    super(in);
    this.progress = progress;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    counted(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    counted(Math.max(0, read));
    return read;
  }

  private void counted(int more) {
    count += more;
    if (count - told >= TELL_EVERY) {
      told = count;
      progress.accept(count);
    }
  }
}
