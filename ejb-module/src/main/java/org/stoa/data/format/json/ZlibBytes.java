package org.stoa.data.format.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Unpacks a zlib stream (RFC 1950), behind which nothing may follow. */
final class ZlibBytes extends InflaterInputStream {

  ZlibBytes(InputStream in, int buffer) {
    super(in, new Inflater(), buffer);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = super.read(target, offset, length);
    if (read < 0 && (inf.getRemaining() > 0 || in.read() >= 0)) {
      throw new ZipException("something follows the end of the compressed data");
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      inf.end();
    }
  }
}
