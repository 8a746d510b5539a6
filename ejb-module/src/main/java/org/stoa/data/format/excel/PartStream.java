package org.stoa.data.format.excel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/** The bytes of a part. Whoever reads to the end knows that they are those that were packed. */
final class PartStream extends FilterInputStream {

  private final String file;
  private final PartPlace place;
  private final ZipArchiveEntry entry;
  private final CRC32 checksum = new CRC32();
  private long count;

  PartStream(String file, PartPlace place, ZipArchiveEntry entry, InputStream in) {
    super(in);
    this.file = file;
    this.place = place;
    this.entry = entry;
  }

  /** How many bytes of the archive were read of it, nearly. */
  long packedPosition() {
    return (long) ((double) entry.getCompressedSize() * count / Math.max(1, entry.getSize()));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = unpack(bytes, offset, length);
    if (read < 0) {
      requireWhole();
      return -1;
    }
    checksum.update(bytes, offset, read);
    count += read;
    if (count > entry.getSize()) {
      throw new DamagedWorkbookProblem(file, place, "it has more bytes than the archive says");
    }
    return read;
  }

  /** What cannot be read here is the archive's fault: the file itself was stored whole. */
  private int unpack(byte[] bytes, int offset, int length) {
    try {
      return in.read(bytes, offset, length);
    } catch (IOException e) {
      throw WorkbookParts.damaged(file, place, "its bytes cannot be unpacked", e);
    }
  }

  private void requireWhole() {
    if (count != entry.getSize() || checksum.getValue() != entry.getCrc()) {
      throw new DamagedWorkbookProblem(file, place, "its bytes are not those that were packed");
    }
  }
}
